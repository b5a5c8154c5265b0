package io.pix2pix.train.exchange;

import com.google.common.collect.ImmutableList;
import io.pix2pix.api.Experiment;
import io.pix2pix.api.image.PairShape;
import io.pix2pix.train.checkpoint.Checkpoints;
import io.pix2pix.train.run.AtomicFiles;
import io.pix2pix.train.run.Provenance;
import io.pix2pix.train.run.RunFolder;
import io.pix2pix.train.run.RunPage;
import java.nio.file.Path;
import java.time.Instant;

/**
 * A run that is not trained but made of weights.
 *
 * @param experiment that has their networks
 * @param yaml every value of the experiment
 * @param shape of the images: channels of the networks, in a usual size
 * @param weights the generator's first, and perhaps the discriminator's
 */
record ImportedRun(
    Experiment experiment, String yaml, PairShape shape, ImmutableList<ImportedWeights> weights) {

  /**
   * Writes the folder, as a whole or not at all.
   *
   * @throws io.pix2pix.api.error.InvalidInputException if it is there already or cannot be written,
   *     or a weight is not finite
   */
  void write(Path path) {
    var origins =
        weights.stream().map(ImportedWeights::origin).collect(ImmutableList.toImmutableList());
    var provenance =
        Provenance.imported(origins, shape, experiment.seed(), Instant.now()).withExperiment(yaml);
    var run = RunFolder.create(path, folder -> fill(folder, provenance));
    RunPage.write(run);
  }

  private void fill(RunFolder folder, Provenance provenance) {
    AtomicFiles.write(folder.experiment(), yaml);
    provenance.write(folder);
    var sources = weights.stream().flatMap(ImportedWeights::sources).toList();
    // The same weights give the same bytes, wherever they come from: their run is not said.
    new Checkpoints(folder.checkpoints(), experiment.training().checkpoints().keep())
        .write(0, sources);
  }
}
