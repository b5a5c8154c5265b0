/**
 * Fronts of buildings drawn from a seed: a map of labels, and a photo of it.
 *
 * <p>Types are immutable and safe for use by several threads, unless they say otherwise.
 */
@NullMarked
package io.pix2pix.data.synthetic;

import org.jspecify.annotations.NullMarked;
