/**
 * Runs that are given away: weights with a model card that says where they come from, what they are
 * for and how good they are.
 *
 * <p>Types are immutable and safe for use by several threads, unless they say otherwise.
 */
@NullMarked
package io.pix2pix.bench.card;

import org.jspecify.annotations.NullMarked;
