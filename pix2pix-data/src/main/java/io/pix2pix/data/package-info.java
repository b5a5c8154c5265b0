/** From files on disk to batches of tensors. */
@NullMarked
package io.pix2pix.data;

import org.jspecify.annotations.NullMarked;
