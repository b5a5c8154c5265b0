/**
 * A file system that fails when it is told to.
 *
 * <p>Types are immutable and safe for use by several threads, unless they say otherwise.
 */
@NullMarked
package io.pix2pix.campaign.disk;

import org.jspecify.annotations.NullMarked;
