/**
 * The plug-ins that networks and objectives are composed of.
 *
 * <p>Types are immutable and safe for use by several threads, unless they say otherwise.
 */
@NullMarked
package io.pix2pix.models;

import org.jspecify.annotations.NullMarked;
