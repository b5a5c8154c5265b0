package io.pix2pix.bench.report.result;

import static io.pix2pix.bench.evaluation.EvaluationKey.word;

import com.google.common.collect.ImmutableList;
import io.pix2pix.api.Experiment;
import io.pix2pix.api.data.DataChecksum;
import io.pix2pix.api.data.Dataset;
import io.pix2pix.api.metric.MetricName;
import io.pix2pix.api.network.Statistics;
import io.pix2pix.bench.evaluation.EvaluationKey;
import io.pix2pix.bench.evaluation.EvaluationKey.Noise;
import io.pix2pix.train.checkpoint.WeightSelection;
import io.pix2pix.train.run.Provenance;
import io.pix2pix.train.run.RunFolder;
import java.util.ArrayList;
import java.util.Optional;

/**
 * One run as a report sees it.
 *
 * @param folder of the run; it may not be there
 * @param seed of its random choices
 * @param provenance if it can be read
 * @param experiment if it can be read
 * @param evaluation its values; empty where there is a problem
 * @param problem why it has no values, in one line
 * @param endedEarly what a study compared it by that ended it early, if it did
 */
public record ReportedRun(
    RunFolder folder,
    long seed,
    Optional<Provenance> provenance,
    Optional<Experiment> experiment,
    Optional<StoredEvaluation> evaluation,
    Optional<String> problem,
    Optional<EndedEarly> endedEarly) {

  /** A run that was not ended early. */
  public ReportedRun(
      RunFolder folder,
      long seed,
      Optional<Provenance> provenance,
      Optional<Experiment> experiment,
      Optional<StoredEvaluation> evaluation,
      Optional<String> problem) {
    this(folder, seed, provenance, experiment, evaluation, problem, Optional.empty());
  }

  /**
   * What a study compared a run by that it ended early. It was measured on validation pairs in the
   * middle of the training, and stands in no mean.
   *
   * @param metric what was measured
   * @param value of the run
   * @param words when it was, and how the run did beside others
   */
  public record EndedEarly(MetricName metric, double value, String words) {}

  /** What runs of one table have in common: the data, and the images they were measured on. */
  Optional<MeasuredData> measuredData() {
    return evaluation.map(
        found ->
            new MeasuredData(
                experiment.orElseThrow().data(),
                provenance.orElseThrow().data().folder().orElse(""),
                provenance.orElseThrow().data().checksum(),
                found.key().split(),
                found.key().images(),
                ImmutableList.copyOf(found.images()),
                way(found.key())));
  }

  /** What is otherwise than where nobody says how: values of another way do not compare. */
  private String way(EvaluationKey key) {
    boolean keepsAverages = experiment.orElseThrow().training().average() > 0;
    var way = new ArrayList<String>();
    if (key.weights() != (keepsAverages ? WeightSelection.AVERAGED : WeightSelection.TRAINED)) {
      way.add(word(key.weights()) + " weights");
    }
    if (key.statistics() != Statistics.BATCH) {
      way.add(word(key.statistics()) + " statistics");
    }
    if (key.noise() != Noise.ON) {
      way.add("noise " + word(key.noise()));
    }
    return String.join(", ", way);
  }

  /**
   * What values are of. Only values of equal data stand in one table.
   *
   * @param dataset with its settings, the direction among them
   * @param folder that it was read from; empty where it was drawn
   * @param checksum of the training pairs
   * @param split that was measured
   * @param count of the images in it
   * @param images their names; none where no evaluation kept them
   * @param way what was otherwise than by default, for example {@code noise off}; empty if nothing
   */
  record MeasuredData(
      Dataset dataset,
      String folder,
      DataChecksum checksum,
      String split,
      int count,
      ImmutableList<String> images,
      String way) {

    /** Whether values of both can be compared. The same data may lie in another folder. */
    boolean isLike(MeasuredData other) {
      return dataset.equals(other.dataset)
          && hasPairsOf(other)
          && split.equals(other.split)
          && count == other.count
          && images.equals(other.images)
          && way.equals(other.way);
    }

    /** Checksums that were taken in different ways tell nothing; then the folder has to. */
    private boolean hasPairsOf(MeasuredData other) {
      return checksum.isComparableWith(other.checksum)
          ? checksum.equals(other.checksum)
          : folder.equals(other.folder);
    }

    /** For a heading, for example {@code facades, 106 images of split test}. */
    String words() {
      var name = folder.isEmpty() ? "drawn data" : folder.replaceAll(".*[/\\\\]", "");
      return "%s, %d %s of split %s%s"
          .formatted(
              name,
              count,
              count == 1 ? "image" : "images",
              split,
              way.isEmpty() ? "" : ", with " + way);
    }
  }
}
