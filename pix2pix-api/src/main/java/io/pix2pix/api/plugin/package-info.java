/**
 * How plug-ins are declared, named and listed.
 *
 * <p>Types are immutable and safe for use by several threads, unless they say otherwise.
 */
@NullMarked
package io.pix2pix.api.plugin;

import org.jspecify.annotations.NullMarked;
