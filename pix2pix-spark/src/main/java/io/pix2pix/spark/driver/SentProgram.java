package io.pix2pix.spark.driver;

import io.pix2pix.spark.job.WorkerProgram;
import io.pix2pix.spark.storage.LocalFiles;
import io.pix2pix.spark.storage.Parcels;
import io.pix2pix.spark.worker.Launch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Files of this machine that workers need, and that are sent once: what is there stays. */
final class SentProgram {
  private SentProgram() {}

  /**
   * How workers start pix2pix. Nothing is sent yet.
   *
   * @param program where it is installed, its class path names the libraries that must be there
   */
  static Launch launch(WorkerProgram program) throws IOException {
    if (program.installed().isEmpty()) {
      return new Launch(
          program,
          LocalFiles.ofClassPath(program.classPath()).id(),
          LocalFiles.classPathNames(program.classPath()));
    }
    var libraries =
        program.classPath().stream()
            .filter(entry -> !Files.isDirectory(Path.of(entry)))
            .map(entry -> Path.of(entry).getFileName().toString())
            .filter(name -> name.startsWith("tensorflow"))
            .toList();
    return new Launch(program, "", libraries);
  }

  /** Sends the program, unless it is there, or installed. */
  static void send(Parcels parcels, WorkerProgram program) throws IOException {
    if (program.installed().isEmpty()) {
      send(parcels, LocalFiles.ofClassPath(program.classPath()));
    }
  }

  /**
   * Sends files, unless they are there.
   *
   * @return the parcel
   */
  static String send(Parcels parcels, LocalFiles files) throws IOException {
    var id = files.id();
    if (!parcels.has(id)) {
      parcels.send(id, files);
    }
    return id;
  }
}
