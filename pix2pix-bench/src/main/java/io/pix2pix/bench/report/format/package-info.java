/**
 * The tables of a report as Markdown, LaTeX and CSV.
 *
 * <p>Types are immutable and safe for use by several threads, unless they say otherwise.
 */
@NullMarked
package io.pix2pix.bench.report.format;

import org.jspecify.annotations.NullMarked;
