/**
 * Pairs that are made of ordinary photos: a part of each is taken away, to be put back.
 *
 * <p>Types are immutable and safe for use by several threads, unless they say otherwise.
 */
@NullMarked
package io.pix2pix.data.photo;

import org.jspecify.annotations.NullMarked;
