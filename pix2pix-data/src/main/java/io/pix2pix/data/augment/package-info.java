/**
 * Random changes of training pairs.
 *
 * <p>Types are immutable and safe for use by several threads, unless they say otherwise.
 */
@NullMarked
package io.pix2pix.data.augment;

import org.jspecify.annotations.NullMarked;
