/**
 * Generators at work: one model for translation, evaluation, samples, studies and export.
 *
 * <p>Types are immutable and safe for use by several threads, unless they say otherwise.
 */
@NullMarked
package io.pix2pix.train.inference;

import org.jspecify.annotations.NullMarked;
