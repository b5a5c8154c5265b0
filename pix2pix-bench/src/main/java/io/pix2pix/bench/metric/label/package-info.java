/** Label maps: whether a generated image shows the classes that it should. */
@NullMarked
package io.pix2pix.bench.metric.label;

import org.jspecify.annotations.NullMarked;
