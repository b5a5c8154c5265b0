/**
 * Pairs of images, and what changes them before a network sees them.
 *
 * <p>Types are immutable and safe for use by several threads, unless they say otherwise.
 */
@NullMarked
package io.pix2pix.api.data;

import org.jspecify.annotations.NullMarked;
