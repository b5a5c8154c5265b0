/**
 * Which files of a data folder make pairs, and which split each belongs to.
 *
 * <p>Types are immutable and safe for use by several threads, unless they say otherwise.
 */
@NullMarked
package io.pix2pix.data.layout;

import org.jspecify.annotations.NullMarked;
