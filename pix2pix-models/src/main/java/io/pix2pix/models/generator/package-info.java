/**
 * Generators of the paper's family.
 *
 * <p>Types are immutable and safe for use by several threads, unless they say otherwise.
 */
@NullMarked
package io.pix2pix.models.generator;

import org.jspecify.annotations.NullMarked;
