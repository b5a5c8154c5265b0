/** Several data sets as one, with weights. */
@NullMarked
package io.pix2pix.data.mixed;

import org.jspecify.annotations.NullMarked;
