/**
 * Makes a finished graph faster: each convolution, and each of its gradients, is computed the way
 * that a measurement on this machine prefers.
 */
@NullMarked
package io.pix2pix.graph;

import org.jspecify.annotations.NullMarked;
