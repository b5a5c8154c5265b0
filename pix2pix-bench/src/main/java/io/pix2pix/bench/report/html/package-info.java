/**
 * The report as a page.
 *
 * <p>Types are immutable and safe for use by several threads, unless they say otherwise.
 */
@NullMarked
package io.pix2pix.bench.report.html;

import org.jspecify.annotations.NullMarked;
