/**
 * Normalizations of feature maps.
 *
 * <p>Types are immutable and safe for use by several threads, unless they say otherwise.
 */
@NullMarked
package io.pix2pix.models.normalization;

import org.jspecify.annotations.NullMarked;
