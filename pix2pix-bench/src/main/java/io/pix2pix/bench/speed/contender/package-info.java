/** The processes that are timed: ours, and the opponent's. */
@NullMarked
package io.pix2pix.bench.speed.contender;

import org.jspecify.annotations.NullMarked;
