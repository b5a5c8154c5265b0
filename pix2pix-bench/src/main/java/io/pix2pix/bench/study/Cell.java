package io.pix2pix.bench.study;

import com.google.common.collect.ImmutableMap;
import io.pix2pix.api.Experiment;

/**
 * One run of a study.
 *
 * @param name of the cell, that all of its seeds share; lower-case letters, digits and dashes
 * @param title what a table calls it
 * @param values the value of each axis, by the name of the axis; fewer where a row of the study
 *     says so
 * @param experiment that is trained; its name is the name of the run's folder, its seed the cell's
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
