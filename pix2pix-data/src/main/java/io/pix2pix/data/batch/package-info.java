/**
 * Batches of tensors, prepared ahead of the step.
 *
 * <p>Types are immutable and safe for use by several threads, unless they say otherwise.
 */
@NullMarked
package io.pix2pix.data.batch;

import org.jspecify.annotations.NullMarked;
