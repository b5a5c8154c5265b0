/**
 * Makes data sets of pictures that lie in another way.
 *
 * <p>Types are immutable and safe for use by several threads, unless they say otherwise.
 */
@NullMarked
package io.pix2pix.data.prepare;

import org.jspecify.annotations.NullMarked;
