package io.pix2pix.bench.evaluation;

import com.google.common.collect.ImmutableList;
import io.pix2pix.api.InvalidInputException;
import io.pix2pix.train.run.AtomicFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * {@code metrics.csv} of a run: one row for each figure. An evaluation of the same split,
 * checkpoint and choices takes the place of the one before.
 *
 * @param file where it lies
 */
public record MetricsFile(Path file) {
  private static final String HEADER =
      "split,step,weights,statistics,noise,images,metric,mean,unit";

  /**
   * Adds the figures of an evaluation.
   *
   * @param how what was evaluated
   * @throws InvalidInputException if the file cannot be read or written
   */
  public void add(Subject how, ImmutableList<Figure> figures) {
    var rows = new ArrayList<String>();
    rows.add(HEADER);
    existing().stream().filter(row -> !row.startsWith(how.row())).forEach(rows::add);
    figures.forEach(
        figure ->
            rows.add(
                String.format(
                    Locale.ROOT,
                    "%s%s,%.6f,%s",
                    how.row(),
                    figure.metric(),
                    figure.mean(),
                    figure.unit())));
    AtomicFiles.write(file, String.join("\n", rows) + "\n");
  }

  private List<String> existing() {
    try {
      return Files.exists(file) ? Files.readAllLines(file).stream().skip(1).toList() : List.of();
    } catch (IOException e) {
      throw new InvalidInputException(file + ": cannot be read (" + e + "); remove it", e);
    }
  }

  /**
   * What was evaluated.
   *
   * @param split of the data
   * @param step of the checkpoint
   * @param weights trained or averaged
   * @param statistics batch or running
   * @param noise on or off
   * @param images in the split
   */
  public record Subject(
      String split, long step, String weights, String statistics, String noise, int images) {
    private String row() {
      return String.format("%s,%d,%s,%s,%s,%d,", split, step, weights, statistics, noise, images);
    }
  }
}
