/**
 * What networks are made of: layers, shapes, parameters, arithmetic and receptive fields.
 *
 * <p>Types are immutable and safe for use by several threads, unless they say otherwise.
 */
@NullMarked
package io.pix2pix.train.description;

import org.jspecify.annotations.NullMarked;
