/**
 * Data in tar and zip archives, read in place.
 *
 * <p>Types are immutable and safe for use by several threads, unless they say otherwise.
 */
@NullMarked
package io.pix2pix.data.archive;

import org.jspecify.annotations.NullMarked;
