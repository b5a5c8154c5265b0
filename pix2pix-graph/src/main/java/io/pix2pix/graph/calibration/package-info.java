/** Finds out which formulation is fastest on this machine, and remembers it. */
@NullMarked
package io.pix2pix.graph.calibration;

import org.jspecify.annotations.NullMarked;
