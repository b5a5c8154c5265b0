package io.pix2pix.spark.worker;

import io.pix2pix.spark.storage.Parcels;
import io.pix2pix.spark.storage.StoredFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import org.apache.spark.SparkEnv;
import org.apache.spark.deploy.SparkHadoopUtil;

/**
 * Files of a worker: those of the folder that all machines see, and copies of them here, which
 * Spark removes with the executor.
 *
 * @param folder that all machines see
 */
record WorkerFiles(StoredFolder folder) {
  private static final Object INSTALLING = new Object();

  static WorkerFiles of(String folder) {
    var configuration = SparkHadoopUtil.get().newConfiguration(SparkEnv.get().conf());
    return new WorkerFiles(StoredFolder.of(folder, configuration));
  }

  /** The folder of this machine that holds a parcel; brought here once for each executor. */
  Path installed(String parcel) throws IOException {
    var target = root().resolve("parcels").resolve(parcel);
    synchronized (INSTALLING) {
      if (Files.notExists(target)) {
        var part = target.resolveSibling(parcel + ".part");
        delete(part);
        parcels().fetch(parcel, Files.createDirectories(part));
        Files.move(part, target);
      }
    }
    return target;
  }

  Parcels parcels() {
    return new Parcels(folder.within("parcels"));
  }

  /** A new folder of this machine, which the caller deletes. */
  Path scratch() throws IOException {
    return Files.createTempDirectory(Files.createDirectories(root()), "task");
  }

  private static Path root() {
    var folders = SparkEnv.get().blockManager().diskBlockManager().localDirs();
    return folders[0].toPath().toAbsolutePath().normalize().resolve("pix2pix");
  }

  static void delete(Path folder) throws IOException {
    if (Files.exists(folder)) {
      try (var walk = Files.walk(folder)) {
        for (var path : walk.sorted(Comparator.reverseOrder()).toList()) {
          Files.deleteIfExists(path);
        }
      }
    }
  }
}
