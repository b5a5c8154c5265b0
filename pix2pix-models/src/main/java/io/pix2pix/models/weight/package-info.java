/**
 * How much a loss counts, step by step.
 *
 * <p>Types are immutable and safe for use by several threads, unless they say otherwise.
 */
@NullMarked
package io.pix2pix.models.weight;

import org.jspecify.annotations.NullMarked;
