/**
 * What generators of runs are exported as: the role of plug-ins that write one for other programs.
 *
 * <p>Types are immutable and safe for use by several threads, unless they say otherwise.
 */
@NullMarked
package io.pix2pix.train.layout;

import org.jspecify.annotations.NullMarked;
