/** Images of another size. */
@NullMarked
package io.pix2pix.data.resize;

import org.jspecify.annotations.NullMarked;
