/**
 * The graph of a training step: one step of it is one run of a session.
 *
 * <p>Types are immutable and safe for use by several threads, unless they say otherwise.
 */
@NullMarked
package io.pix2pix.train.game;

import org.jspecify.annotations.NullMarked;
