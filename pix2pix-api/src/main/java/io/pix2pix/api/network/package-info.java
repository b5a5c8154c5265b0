/**
 * The hand that gives a network its layers and its weights, by name.
 *
 * <p>Types are immutable and safe for use by several threads, unless they say otherwise.
 */
@NullMarked
package io.pix2pix.api.network;

import org.jspecify.annotations.NullMarked;
