/**
 * Discriminators that judge patches.
 *
 * <p>Types are immutable and safe for use by several threads, unless they say otherwise.
 */
@NullMarked
package io.pix2pix.models.discriminator;

import org.jspecify.annotations.NullMarked;
