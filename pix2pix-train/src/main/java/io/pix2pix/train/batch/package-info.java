/**
 * Many pictures, translated on other machines.
 *
 * <p>Types are immutable and safe for use by several threads, unless they say otherwise.
 */
@NullMarked
package io.pix2pix.train.batch;

import org.jspecify.annotations.NullMarked;
