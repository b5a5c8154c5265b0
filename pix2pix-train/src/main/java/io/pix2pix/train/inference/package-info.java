/** Generators at work: one model for translation, evaluation, samples, studies and export. */
@NullMarked
package io.pix2pix.train.inference;

import org.jspecify.annotations.NullMarked;
