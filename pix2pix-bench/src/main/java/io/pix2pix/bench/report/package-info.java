/** Finished runs in, one page and its tables out. */
@NullMarked
package io.pix2pix.bench.report;

import org.jspecify.annotations.NullMarked;
