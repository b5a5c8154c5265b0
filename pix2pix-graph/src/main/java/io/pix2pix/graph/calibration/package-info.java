/**
 * Finds out which formulation is fastest on this machine, and remembers it.
 *
 * <p>Types are immutable and safe for use by several threads, unless they say otherwise.
 */
@NullMarked
package io.pix2pix.graph.calibration;

import org.jspecify.annotations.NullMarked;
