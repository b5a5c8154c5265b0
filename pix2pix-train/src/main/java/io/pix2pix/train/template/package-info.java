/**
 * How pages and drawings are made of templates.
 *
 * <p>Types are immutable and safe for use by several threads, unless they say otherwise.
 */
@NullMarked
package io.pix2pix.train.template;

import org.jspecify.annotations.NullMarked;
