/**
 * What follows from weights that do not change.
 *
 * <p>Types are immutable and safe for use by several threads, unless they say otherwise.
 */
@NullMarked
package io.pix2pix.graph.weights;

import org.jspecify.annotations.NullMarked;
