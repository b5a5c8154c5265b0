package io.pix2pix.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.pix2pix.spark.SparkFolder;
import io.pix2pix.spark.StandaloneCluster;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What keeps Spark from doing work is told in a line, before any work. */
class SparkRefusalIT {
  private static final String STUDY =
      """
      name: tiny
      title: A tiny study
      experiment:
        data: {name: synthetic-facades, size: 16, train: 4, val: 1, test: 2}
        generator: {name: unet, levels: 2, filters: 4}
        discriminator: {name: patch, receptiveField: 16, filters: 4}
        training: {epochs: 2}
      axes: {objective: {L1: {losses: [l1]}, L1 + cGAN: {}}}
      seeds: [1]
      metrics: [l1]
      """;

  @TempDir private Path folder;
  private Path study;

  @BeforeEach
  void writeTheStudy() throws IOException {
    study = Files.writeString(folder.resolve("study.yaml"), STUDY);
  }

  @Test
  void aFolderWithoutSparkOrWithAnotherVersionIsRefused() throws IOException {
    study("local[1]", folder.resolve("none"))
        .refuses(1, "none/jars: cannot be listed", "give the folder of Spark 4.0");
    var jars = Files.createDirectories(folder.resolve("old/jars"));
    study("local[1]", folder.resolve("old")).refuses(1, "old/jars: holds no spark-core jar");
    Files.createFile(jars.resolve("spark-core_2.12-3.5.6.jar"));
    study("local[1]", folder.resolve("old"))
        .refuses(1, "is Spark 3.5.6 for Scala 2.12; give a folder of Spark 4.0 for Scala 2.13");
    assertThat(folder.resolve("runs")).doesNotExist();
  }

  @Test
  void aMasterThatDoesNotAnswerIsRefused() throws IOException {
    var spark = SparkFolder.find();
    int free;
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      free = socket.getLocalPort();
    }

    study("spark://127.0.0.1:" + free, spark.home())
        .refuses(1, "spark://127.0.0.1:" + free + ": does not answer", "start a master there");

    assertThat(folder.resolve("runs")).doesNotExist();
  }

  @Test
  void aClusterWithoutWorkersIsRefusedAfterTheTimeThatIsGiven() {
    var spark = SparkFolder.find();
    try (var cluster = StandaloneCluster.start(spark, folder.resolve("workers"), 0)) {
      study(cluster.master(), spark.home(), ", timeout: 20")
          .refuses(1, "no worker has taken a task within 20 seconds", "setting timeout");
    }

    assertThat(folder.resolve("runs/tiny/cells")).isEmptyDirectory();
  }

  @Test
  void aFolderThatCannotBeWrittenIsRefused() throws IOException {
    var spark = SparkFolder.find();
    var file = Files.createFile(folder.resolve("file"));

    study("local[1]", spark.home(), ", timeout: 300, folder: 'file://" + file + "/within'")
        .refuses(1, "file/within: cannot be written", "give access to it, or another folder");
  }

  private Pix2Pix.Answer study(String master, Path home, String... more) {
    return new Pix2Pix(folder)
        .run(
            "study",
            study.toString(),
            "--runs",
            folder.resolve("runs").toString(),
            "--executor",
            "{name: spark, master: '%s', home: '%s', conf: [spark.driver.host=127.0.0.1]%s}"
                .formatted(master, home, String.join("", more)));
  }
}
