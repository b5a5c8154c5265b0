/**
 * Results of a benchmark as files, tables and a page; comparison and history.
 *
 * <p>Types are immutable and safe for use by several threads, unless they say otherwise.
 */
@NullMarked
package io.pix2pix.bench.speed.report;

import org.jspecify.annotations.NullMarked;
