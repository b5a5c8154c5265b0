/**
 * Files that users name, looked at before they are read.
 *
 * <p>Types are immutable and safe for use by several threads, unless they say otherwise.
 */
@NullMarked
package io.pix2pix.api.file;

import org.jspecify.annotations.NullMarked;
