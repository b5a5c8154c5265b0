package io.pix2pix.campaign;

import io.pix2pix.api.Experiment;
import io.pix2pix.campaign.disk.Disk;
import io.pix2pix.campaign.disk.FaultyFileSystemProvider;
import io.pix2pix.library.Pix2PixLibrary;
import io.pix2pix.train.TrainingListener;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Runs of a second on a disk that faults can be armed for.
 *
 * @param library that trains them
 * @param home on that disk
 */
record TinyRuns(Pix2PixLibrary library, Path home) {
  static final String NETWORKS =
      """
        data: {name: synthetic-facades, size: 16, train: 2, val: 1, test: 2}
        generator: {name: unet, levels: 2, filters: 4}
        discriminator: {name: patch, receptiveField: 16, filters: 4}
        training: {epochs: 2, checkpoints: {every: 2}, samples: {every: 100}}
      """;

  /** Runs in a folder of the system's own file system. */
  static TinyRuns in(Path folder) {
    var provider = new FaultyFileSystemProvider(FileSystems.getDefault().provider());
    return new TinyRuns(Pix2PixLibrary.load(), provider.getPath(folder.toUri()));
  }

  Path runs() {
    return home.resolve("runs");
  }

  /** Trains a run of that name. */
  void train(String name, TrainingListener listener) throws IOException, InterruptedException {
    library.train(experiment(name), Optional.empty(), runs(), listener);
  }

  private Experiment experiment(String name) throws IOException {
    var file = Files.writeString(home.resolve("tiny.yaml"), NETWORKS.indent(-2));
    return library.experiment(file, "name=" + name);
  }

  static void repair() {
    Disk.disarm();
  }
}
