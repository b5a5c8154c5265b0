/**
 * The games that an adversarial loss plays.
 *
 * <p>Types are immutable and safe for use by several threads, unless they say otherwise.
 */
@NullMarked
package io.pix2pix.models.objective;

import org.jspecify.annotations.NullMarked;
