/** What follows from weights that do not change. */
@NullMarked
package io.pix2pix.graph.weights;

import org.jspecify.annotations.NullMarked;
