/**
 * Images of another size.
 *
 * <p>Types are immutable and safe for use by several threads, unless they say otherwise.
 */
@NullMarked
package io.pix2pix.data.resize;

import org.jspecify.annotations.NullMarked;
