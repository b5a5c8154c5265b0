/**
 * Ways to double height and width.
 *
 * <p>Types are immutable and safe for use by several threads, unless they say otherwise.
 */
@NullMarked
package io.pix2pix.models.upsampling;

import org.jspecify.annotations.NullMarked;
