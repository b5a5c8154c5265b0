/**
 * What the networks of the public PyTorch port have in common.
 *
 * <p>Types are immutable and safe for use by several threads, unless they say otherwise.
 */
@NullMarked
package io.pix2pix.models.pytorch;

import org.jspecify.annotations.NullMarked;
