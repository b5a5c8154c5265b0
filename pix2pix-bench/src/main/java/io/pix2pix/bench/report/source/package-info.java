/**
 * Where a report takes its runs from: a study, or a folder of runs.
 *
 * <p>Types are immutable and safe for use by several threads, unless they say otherwise.
 */
@NullMarked
package io.pix2pix.bench.report.source;

import org.jspecify.annotations.NullMarked;
