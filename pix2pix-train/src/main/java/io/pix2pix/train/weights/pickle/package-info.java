/**
 * Python's pickles, read without running anything: a pickle is a program for a small machine with a
 * stack, and this machine knows only what numbers, texts, tuples, lists and dictionaries need. What
 * else a pickle asks for by name is the choice of a {@link
 * io.pix2pix.train.weights.pickle.Vocabulary}.
 *
 * <p>Types are immutable and safe for use by several threads, unless they say otherwise.
 */
@NullMarked
package io.pix2pix.train.weights.pickle;

import org.jspecify.annotations.NullMarked;
