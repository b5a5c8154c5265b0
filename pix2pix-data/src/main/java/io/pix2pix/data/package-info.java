/**
 * From files on disk to batches of tensors.
 *
 * <p>Types are immutable and safe for use by several threads, unless they say otherwise.
 */
@NullMarked
package io.pix2pix.data;

import org.jspecify.annotations.NullMarked;
