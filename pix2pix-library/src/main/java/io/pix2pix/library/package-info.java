/**
 * The entry for programs: everything that the commands do, without a command line.
 *
 * <p>Types are immutable and safe for use by several threads, unless they say otherwise.
 */
@NullMarked
package io.pix2pix.library;

import org.jspecify.annotations.NullMarked;
