/**
 * Finished runs in, one page and its tables out.
 *
 * <p>Types are immutable and safe for use by several threads, unless they say otherwise.
 */
@NullMarked
package io.pix2pix.bench.report;

import org.jspecify.annotations.NullMarked;
