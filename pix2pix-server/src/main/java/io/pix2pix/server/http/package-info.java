/**
 * The front that every server of this project stands behind: routes, and bounds of what a client
 * can ask for.
 *
 * <p>Types are immutable and safe for use by several threads, unless they say otherwise.
 */
@NullMarked
package io.pix2pix.server.http;

import org.jspecify.annotations.NullMarked;
