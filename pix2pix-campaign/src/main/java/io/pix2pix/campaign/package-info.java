/**
 * The fault campaign: disturbs runs, studies and caches, and judges what every command does then.
 *
 * <p>Types are immutable and safe for use by several threads, unless they say otherwise.
 */
@NullMarked
package io.pix2pix.campaign;

import org.jspecify.annotations.NullMarked;
