/**
 * How wrong input is told.
 *
 * <p>Types are immutable and safe for use by several threads, unless they say otherwise.
 */
@NullMarked
package io.pix2pix.api.error;

import org.jspecify.annotations.NullMarked;
