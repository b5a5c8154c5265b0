/**
 * Image files: reading, checking and writing them.
 *
 * <p>Types are immutable and safe for use by several threads, unless they say otherwise.
 */
@NullMarked
package io.pix2pix.data.file;

import org.jspecify.annotations.NullMarked;
