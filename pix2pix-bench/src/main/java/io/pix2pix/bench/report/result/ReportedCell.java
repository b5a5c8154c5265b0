package io.pix2pix.bench.report.result;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.pix2pix.train.experiment.ExperimentDifference;

/**
 * A row of the table: runs that differ in nothing but their seeds.
 *
 * @param title in the table
 * @param changes what its experiment has otherwise than what it is compared with
 * @param runs one for each seed
 * @param paper the paper's own values, by name; may be empty
 */
public record ReportedCell(
    String title,
    ImmutableList<ExperimentDifference> changes,
    ImmutableList<ReportedRun> runs,
    ImmutableMap<String, Double> paper) {}
