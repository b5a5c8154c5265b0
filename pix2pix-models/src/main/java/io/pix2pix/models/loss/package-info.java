/** Losses: one idea, one file. */
@NullMarked
package io.pix2pix.models.loss;

import org.jspecify.annotations.NullMarked;
