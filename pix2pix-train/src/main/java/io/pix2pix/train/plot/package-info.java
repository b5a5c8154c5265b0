/** Plots as SVG. */
@NullMarked
package io.pix2pix.train.plot;

import org.jspecify.annotations.NullMarked;
