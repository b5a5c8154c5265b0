/** Masks of pairs: which pixels of a target count in losses and metrics. */
@NullMarked
package io.pix2pix.data.mask;

import org.jspecify.annotations.NullMarked;
