/**
 * How networks are told apart from, and exchanged with, those of the public PyTorch port.
 *
 * <p>A network that the port has too says it by itself: it implements {@link
 * io.pix2pix.api.pytorch.PytorchCompatible}, in its own file, and needs no further line anywhere.
 *
 * <p>Types are immutable and safe for use by several threads, unless they say otherwise.
 */
@NullMarked
package io.pix2pix.api.pytorch;

import org.jspecify.annotations.NullMarked;
