/** The tables of a report as Markdown, LaTeX and CSV. */
@NullMarked
package io.pix2pix.bench.report.format;

import org.jspecify.annotations.NullMarked;
