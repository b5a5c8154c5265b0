package io.pix2pix.bench.study;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.pix2pix.api.Experiment;
import io.pix2pix.api.metric.Metric;
import java.util.Optional;

/**
 * All that decides the outcome of a study.
 *
 * @param name lower-case letters, digits and dashes; also the folder of the results
 * @param title of the page
 * @param caption what a reader of the table should know; may be empty
 * @param scale {@code full}, or {@code small} where the study's reduced scale is meant
 * @param common what the cells start from: the base, and what all of them change
 * @param axes what varies; may be empty where rows say everything
 * @param cells every run, seeds of one cell side by side
 * @param metrics what is reported, by the line of YAML that spells each out
 * @param pictures test images that every cell translates
 * @param pairs training pairs of the data set that the study is written for; what an estimate
 *     counts with where there is no data
 * @param paper what the paper found
 */
public record StudyPlan(
    String name,
    String title,
    String caption,
    String scale,
    Experiment common,
    ImmutableList<Axis> axes,
    ImmutableList<Cell> cells,
    ImmutableMap<String, Metric> metrics,
    int pictures,
    Optional<Integer> pairs,
    Optional<PaperValues> paper) {
  /** The scale of a study that is taken as it stands. */
  public static final String FULL = "full";

  /** The scale of its reduced scale. */
  public static final String SMALL = "small";
}
