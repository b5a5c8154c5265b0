package io.pix2pix.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.pix2pix.api.image.Image;
import io.pix2pix.api.image.ImageShape;
import io.pix2pix.data.file.ImageFiles;
import io.pix2pix.spark.SparkFolder;
import io.pix2pix.spark.StandaloneCluster;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * How many pictures a second two workers of one core translate, and one process with all cores:
 * docs/spark.md has the command.
 */
@EnabledIfSystemProperty(named = "pix2pix.spark.rate", matches = "[0-9]+")
class SparkRateIT {
  private static final int SIZE = 64;
  private static final int DISTINCT = 50;
  private static final String EXPERIMENT =
      """
      name: small
      data: {name: synthetic-facades, size: 64, train: 2, val: 1, test: 1}
      generator: {name: unet, levels: 6, filters: 16}
      discriminator: {name: patch, receptiveField: 16, filters: 4}
      training: {epochs: 1}
      """;

  @TempDir private Path folder;

  @Test
  void twoWorkersTranslateWhatOneProcessTranslates(TestReporter reporter) throws IOException {
    var spark = SparkFolder.find();
    int pictures = Integer.getInteger("pix2pix.spark.rate");
    pictures(pictures);
    var experiment = Files.writeString(folder.resolve("small.yaml"), EXPERIMENT).toString();
    run("train", experiment, "--runs", folder.resolve("runs").toString());

    var one = translate("one");
    Duration two;
    try (var cluster = StandaloneCluster.start(spark, folder.resolve("workers"), 2)) {
      two =
          translate(
              "two",
              "--executor",
              "{name: spark, master: '%s', home: '%s', timeout: 300, conf: [spark.driver.host=127.0.0.1]}"
                  .formatted(cluster.master(), spark.home()));
    }

    for (var name : new String[] {"0.png", pictures - 1 + ".png"}) {
      assertThat(folder.resolve("two").resolve(name))
          .hasSameBinaryContentAs(folder.resolve("one").resolve(name));
    }
    reporter.publishEntry("pictures", String.valueOf(pictures));
    reporter.publishEntry("one process, a second", rate(pictures, one));
    reporter.publishEntry("two workers, a second", rate(pictures, two));
  }

  private void pictures(int number) throws IOException {
    var input = Files.createDirectories(folder.resolve("input"));
    for (int i = 0; i < number; i++) {
      var file = input.resolve(i + ".png");
      if (i < DISTINCT) {
        ImageFiles.write(file, picture(i));
      } else {
        Files.copy(input.resolve(i % DISTINCT + ".png"), file);
      }
    }
  }

  private static Image picture(int number) {
    var values = new float[SIZE * SIZE * 3];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) Math.sin(i * 0.01 + number);
    }
    return Image.of(new ImageShape(SIZE, SIZE, 3), values);
  }

  private Duration translate(String output, String... more) {
    var begun = Instant.now();
    var fixed =
        new String[] {
          "translate",
          folder.resolve("runs/small").toString(),
          folder.resolve("input").toString(),
          folder.resolve(output).toString()
        };
    var all = Arrays.copyOf(fixed, fixed.length + more.length);
    System.arraycopy(more, 0, all, fixed.length, more.length);
    run(all);
    return Duration.between(begun, Instant.now());
  }

  private void run(String... arguments) {
    var answer = new Pix2Pix(folder).run(arguments);
    assertThat(answer.code()).as(answer.out() + answer.err()).isZero();
  }

  private static String rate(int pictures, Duration time) {
    return "%.0f, in %d s".formatted(pictures * 1000.0 / time.toMillis(), time.toSeconds());
  }
}
