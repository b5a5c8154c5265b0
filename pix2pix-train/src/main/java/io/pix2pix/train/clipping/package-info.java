/** How gradients are bounded before an optimizer sees them. */
@NullMarked
package io.pix2pix.train.clipping;

import org.jspecify.annotations.NullMarked;
