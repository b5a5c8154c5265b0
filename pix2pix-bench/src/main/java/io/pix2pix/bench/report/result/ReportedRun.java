package io.pix2pix.bench.report.result;

import static io.pix2pix.bench.evaluation.EvaluationKey.word;

import com.google.common.collect.ImmutableList;
import io.pix2pix.api.Experiment;
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
 */
public record ReportedRun(
    RunFolder folder,
    long seed,
    Optional<Provenance> provenance,
    Optional<Experiment> experiment,
    Optional<StoredEvaluation> evaluation,
    Optional<String> problem) {

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
}
