/** One experiment in, one run out: graph, loop, checkpoints, translation. */
@NullMarked
package io.pix2pix.train;

import org.jspecify.annotations.NullMarked;
