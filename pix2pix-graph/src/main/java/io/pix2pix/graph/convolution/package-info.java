/** Convolutions as they stand in a graph, and what writes others in their place. */
@NullMarked
package io.pix2pix.graph.convolution;

import org.jspecify.annotations.NullMarked;
