/** Results of a benchmark as files, tables and a page; comparison and history. */
@NullMarked
package io.pix2pix.bench.speed.report;

import org.jspecify.annotations.NullMarked;
