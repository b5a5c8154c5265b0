/**
 * Convolutions as they stand in a graph, and what writes others in their place.
 *
 * <p>Types are immutable and safe for use by several threads, unless they say otherwise.
 */
@NullMarked
package io.pix2pix.graph.convolution;

import org.jspecify.annotations.NullMarked;
