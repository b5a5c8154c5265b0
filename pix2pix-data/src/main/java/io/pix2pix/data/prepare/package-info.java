/** Makes data sets of pictures that lie in another way. */
@NullMarked
package io.pix2pix.data.prepare;

import org.jspecify.annotations.NullMarked;
