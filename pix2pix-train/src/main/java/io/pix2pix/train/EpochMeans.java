package io.pix2pix.train;

import com.google.common.collect.ImmutableList;
import io.pix2pix.api.training.Schedule;
import io.pix2pix.train.run.LossCurves;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The mean of every loss over each epoch that is over. It follows from {@code losses.csv}, so that
 * it needs no state of its own.
 */
final class EpochMeans implements Schedule.Past {
  private final ImmutableList<String> columns;
  private final List<double[]> over = new ArrayList<>();
  private double[] sums;
  private int rows;

  EpochMeans(ImmutableList<String> columns) {
    this.columns = columns;
    sums = new double[columns.size()];
  }

  /**
   * Reads what earlier steps left: the same floats that {@link #add} was given then.
   *
   * @param file {@code losses.csv}
   * @param done steps that are counted; rows of later ones are not
   */
  static EpochMeans read(Path file, ImmutableList<String> columns, Steps steps, long done) {
    var means = new EpochMeans(columns);
    if (done > 0) {
      var curves = LossCurves.read(file);
      var values = columns.stream().map(curves::column).toList();
      var rows = curves.steps();
      for (int row = 0; row < rows.length && rows[row] <= done; row++) {
        int at = row;
        means.enter(steps.epochOf(Math.round(rows[row]) - 1));
        means.add(values.stream().mapToDouble(column -> (float) column[at]).toArray());
      }
    }
    return means;
  }

  /**
   * Closes all epochs before one; an epoch without a step has the means of the one before. Where
   * the rows of the first epochs are lost, these count as worse than any.
   */
  void enter(int epoch) {
    while (over.size() < epoch) {
      over.add(rows > 0 ? divided(sums, rows) : before());
      sums = new double[columns.size()];
      rows = 0;
    }
  }

  private double[] before() {
    var worst = new double[sums.length];
    Arrays.fill(worst, Double.POSITIVE_INFINITY);
    return over.isEmpty() ? worst : over.get(over.size() - 1);
  }

  /** Counts the losses of a step. */
  void add(double... losses) {
    for (int column = 0; column < losses.length; column++) {
      sums[column] += losses[column];
    }
    rows++;
  }

  @Override
  public ImmutableList<Double> means(String column) {
    int index = columns.indexOf(column);
    return over.stream().map(means -> means[index]).collect(ImmutableList.toImmutableList());
  }

  private static double[] divided(double[] sums, int rows) {
    var means = sums.clone();
    for (int column = 0; column < means.length; column++) {
      means[column] /= rows;
    }
    return means;
  }
}
