/** Trained generators at work. */
@NullMarked
package io.pix2pix.train.translation;

import org.jspecify.annotations.NullMarked;
