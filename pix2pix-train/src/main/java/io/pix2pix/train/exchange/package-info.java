/**
 * Weights from elsewhere, and back: runs made of files of the public PyTorch port, and files made
 * of runs.
 *
 * <p>Types are immutable and safe for use by several threads, unless they say otherwise.
 */
@NullMarked
package io.pix2pix.train.exchange;

import org.jspecify.annotations.NullMarked;
