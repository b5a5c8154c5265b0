/**
 * Label maps: whether a generated image shows the classes that it should.
 *
 * <p>Types are immutable and safe for use by several threads, unless they say otherwise.
 */
@NullMarked
package io.pix2pix.bench.metric.label;

import org.jspecify.annotations.NullMarked;
