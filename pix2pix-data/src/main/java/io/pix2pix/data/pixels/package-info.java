/**
 * How the pictures of a data set are read: channels, ranges, labels and sizes.
 *
 * <p>Types are immutable and safe for use by several threads, unless they say otherwise.
 */
@NullMarked
package io.pix2pix.data.pixels;

import org.jspecify.annotations.NullMarked;
