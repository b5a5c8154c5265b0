/**
 * Progress of long work.
 *
 * <p>Types are immutable and safe for use by several threads, unless they say otherwise.
 */
@NullMarked
package io.pix2pix.api.progress;

import org.jspecify.annotations.NullMarked;
