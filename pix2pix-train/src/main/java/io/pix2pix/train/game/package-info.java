/** The graph of a training step: one step of it is one run of a session. */
@NullMarked
package io.pix2pix.train.game;

import org.jspecify.annotations.NullMarked;
