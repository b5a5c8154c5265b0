/**
 * How generated images are measured: what a metric is shown, and what it answers.
 *
 * <p>Types are immutable and safe for use by several threads, unless they say otherwise.
 */
@NullMarked
package io.pix2pix.api.metric;

import org.jspecify.annotations.NullMarked;
