/**
 * What a loss sees, and which parameters minimize it.
 *
 * <p>Types are immutable and safe for use by several threads, unless they say otherwise.
 */
@NullMarked
package io.pix2pix.api.loss;

import org.jspecify.annotations.NullMarked;
