package io.pix2pix.bench.study.plan;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.pix2pix.api.Experiment;
import io.pix2pix.api.metric.Metric;
import io.pix2pix.bench.study.pruning.Pruning;
import java.util.List;
import java.util.Map;
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
 * @param pruning which cells end early; none where all are trained to their end
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
    Optional<PaperValues> paper,
    Optional<Pruning> pruning) {
  /** The scale of a study that is taken as it stands. */
  public static final String FULL = "full";

  /** The scale of its reduced scale. */
  public static final String SMALL = "small";

  /**
   * Something that varies in a study.
   *
   * @param name of the axis, for example {@code objective}
   * @param values what the study calls its values, in their order
   */
  public record Axis(String name, List<String> values) {
    /** Copies the list. */
    public Axis {
      values = List.copyOf(values);
    }
  }

  /**
   * What the paper reports where a study measures: numbers to be shown beside those of the study,
   * and never to be mixed with them.
   *
   * @param data the data set that they were found on
   * @param table where they stand, for example {@code Table 1}
   * @param cells values by the title of a cell and the name of the value
   * @param others values of what is no cell, for example {@code ground truth}
   */
  public record PaperValues(
      String data,
      String table,
      Map<String, Map<String, Double>> cells,
      Map<String, Map<String, Double>> others) {
    /** The share of pictures that people took for real, in percent: of a perceptual study. */
    public static final String PERCEIVED = "perceived-real";
  }

  /**
   * One run of a study.
   *
   * @param name of the cell, that all of its seeds share; lower-case letters, digits and dashes
   * @param title what a table calls it
   * @param values the value of each axis, by the name of the axis; fewer where a row of the study
   *     says so
   * @param experiment that is trained; its name is the name of the run's folder, its seed the
   *     cell's
   */
  public record Cell(
      String name, String title, ImmutableMap<String, String> values, Experiment experiment) {

    /** Its experiment without a name and a seed of its own: what differs from other cells. */
    public Experiment unnamed() {
      return experiment.withName("cell").withSeed(1);
    }

    /** The name of the run's folder: the cell's name and seed. */
    public String run() {
      return experiment.name();
    }

    /** Every random choice of the run follows from it. */
    public long seed() {
      return experiment.seed();
    }
  }
}
