/**
 * The front that every server of this project stands behind.
 *
 * <p>Types are immutable and safe for use by several threads, unless they say otherwise.
 */
@NullMarked
package io.pix2pix.bench.http;

import org.jspecify.annotations.NullMarked;
