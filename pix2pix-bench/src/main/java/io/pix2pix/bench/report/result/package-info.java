/**
 * What a report shows: results of cells and people, in tables, with what keeps them from being
 * compared.
 *
 * <p>Types are immutable and safe for use by several threads, unless they say otherwise.
 */
@NullMarked
package io.pix2pix.bench.report.result;

import org.jspecify.annotations.NullMarked;
