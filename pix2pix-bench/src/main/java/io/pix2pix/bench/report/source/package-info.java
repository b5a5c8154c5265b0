/** Where a report takes its runs from: a study, or a folder of runs. */
@NullMarked
package io.pix2pix.bench.report.source;

import org.jspecify.annotations.NullMarked;
