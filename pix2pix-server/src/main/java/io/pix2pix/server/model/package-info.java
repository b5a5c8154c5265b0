/**
 * Trained generators, which programs ask over HTTP.
 *
 * <p>Types are immutable and safe for use by several threads, unless they say otherwise.
 */
@NullMarked
package io.pix2pix.server.model;

import org.jspecify.annotations.NullMarked;
