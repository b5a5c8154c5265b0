/**
 * How fast a server of models is under load, and whether it stays right and small.
 *
 * <p>Types are immutable and safe for use by several threads, unless they say otherwise.
 */
@NullMarked
package io.pix2pix.bench.serving;

import org.jspecify.annotations.NullMarked;
