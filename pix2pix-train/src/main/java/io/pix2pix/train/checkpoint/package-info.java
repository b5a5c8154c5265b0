/**
 * What a run needs to go on as if it had never stopped.
 *
 * <p>Types are immutable and safe for use by several threads, unless they say otherwise.
 */
@NullMarked
package io.pix2pix.train.checkpoint;

import org.jspecify.annotations.NullMarked;
