/**
 * Plots as SVG.
 *
 * <p>Types are immutable and safe for use by several threads, unless they say otherwise.
 */
@NullMarked
package io.pix2pix.train.plot;

import org.jspecify.annotations.NullMarked;
