/**
 * Gets published data sets.
 *
 * <p>Types are immutable and safe for use by several threads, unless they say otherwise.
 */
@NullMarked
package io.pix2pix.data.download;

import org.jspecify.annotations.NullMarked;
