/**
 * Ways to compute a convolution, one a file.
 *
 * <p>Types are immutable and safe for use by several threads, unless they say otherwise.
 */
@NullMarked
package io.pix2pix.graph.formulation;

import org.jspecify.annotations.NullMarked;
