/**
 * Makes a finished graph faster: each convolution, and each of its gradients, is computed the way
 * that a measurement on this machine prefers.
 *
 * <p>Types are immutable and safe for use by several threads, unless they say otherwise.
 */
@NullMarked
package io.pix2pix.graph;

import org.jspecify.annotations.NullMarked;
