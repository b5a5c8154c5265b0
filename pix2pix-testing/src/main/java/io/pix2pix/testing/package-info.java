/**
 * Assertions on tensors, operands and images, and tiny fixtures, for tests of networks and losses.
 *
 * <p>Types are immutable and safe for use by several threads, unless they say otherwise.
 */
@NullMarked
package io.pix2pix.testing;

import org.jspecify.annotations.NullMarked;
