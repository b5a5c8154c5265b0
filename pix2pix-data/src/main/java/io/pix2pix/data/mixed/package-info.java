/**
 * Several data sets as one, with weights.
 *
 * <p>Types are immutable and safe for use by several threads, unless they say otherwise.
 */
@NullMarked
package io.pix2pix.data.mixed;

import org.jspecify.annotations.NullMarked;
