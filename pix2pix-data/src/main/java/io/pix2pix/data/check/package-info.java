/**
 * What is in a data set, and what is wrong with it.
 *
 * <p>Types are immutable and safe for use by several threads, unless they say otherwise.
 */
@NullMarked
package io.pix2pix.data.check;

import org.jspecify.annotations.NullMarked;
