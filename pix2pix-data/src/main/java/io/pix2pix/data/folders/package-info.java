/**
 * Pairs that lie in two folders, under the same names.
 *
 * <p>Types are immutable and safe for use by several threads, unless they say otherwise.
 */
@NullMarked
package io.pix2pix.data.folders;

import org.jspecify.annotations.NullMarked;
