/**
 * Assertions on tensors, operands and images, and tiny fixtures, for tests of networks and losses.
 */
@NullMarked
package io.pix2pix.testing;

import org.jspecify.annotations.NullMarked;
