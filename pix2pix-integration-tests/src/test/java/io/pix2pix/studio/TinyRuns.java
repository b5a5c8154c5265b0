package io.pix2pix.studio;

import io.pix2pix.library.Pix2PixLibrary;
import io.pix2pix.train.TrainingListener;
import io.pix2pix.train.translation.TrainedRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Runs of a second: 12 steps on fronts of 16x16 pixels, or on photos that were made of them.
 *
 * @param folder for experiments, data and runs
 */
record TinyRuns(Path folder) {
  private static final String EXPERIMENT =
      """
      name: %s
      data: %s
      generator: {name: unet, levels: 2, filters: 4, dropout: %s}
      discriminator: {name: patch, receptiveField: 16, filters: 4}
      training: {epochs: 3, checkpoints: {every: 5}, samples: {every: 100}}
      """;
  private static final String FRONTS =
      "{name: synthetic-facades, size: 16, train: 4, val: 1, test: 2}";

  /** A run on label maps, whose generator has noise. */
  TrainedRun labels(String name) throws Exception {
    return train(name, FRONTS, 0.5, Optional.empty());
  }

  /** A run whose conditions a data set makes of photos. */
  TrainedRun photos(String name, Path photos) throws Exception {
    return train(name, "{name: %s, size: 16}".formatted(name), 0, Optional.of(photos));
  }

  private TrainedRun train(String name, String data, double dropout, Optional<Path> photos)
      throws IOException, InterruptedException {
    var library = Pix2PixLibrary.load();
    var file = folder.resolve(name + ".yaml");
    Files.writeString(file, EXPERIMENT.formatted(name, data, dropout));
    return library.train(library.experiment(file), photos, runs(), TrainingListener.NONE);
  }

  Path runs() {
    return folder.resolve("runs");
  }
}
