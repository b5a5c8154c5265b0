/** A run as a game of players: what a loss sees, and what it asks of whom. */
@NullMarked
package io.pix2pix.api.loss;

import org.jspecify.annotations.NullMarked;
