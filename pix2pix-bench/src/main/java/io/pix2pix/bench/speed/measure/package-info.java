/**
 * What is made of measured times: medians, spreads, and whether the machine was quiet.
 *
 * <p>Types are immutable and safe for use by several threads, unless they say otherwise.
 */
@NullMarked
package io.pix2pix.bench.speed.measure;

import org.jspecify.annotations.NullMarked;
