/** The report as a page. */
@NullMarked
package io.pix2pix.bench.report.html;

import org.jspecify.annotations.NullMarked;
