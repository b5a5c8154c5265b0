/**
 * Label maps: pictures whose pixels are classes.
 *
 * <p>Types are immutable and safe for use by several threads, unless they say otherwise.
 */
@NullMarked
package io.pix2pix.data.label;

import org.jspecify.annotations.NullMarked;
