/** Batches of tensors, prepared ahead of the step. */
@NullMarked
package io.pix2pix.data.batch;

import org.jspecify.annotations.NullMarked;
