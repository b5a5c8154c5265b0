/**
 * Trained generators at work.
 *
 * <p>Types are immutable and safe for use by several threads, unless they say otherwise.
 */
@NullMarked
package io.pix2pix.train.translation;

import org.jspecify.annotations.NullMarked;
