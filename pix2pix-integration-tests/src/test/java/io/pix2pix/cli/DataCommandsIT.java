package io.pix2pix.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.pix2pix.api.image.Image;
import io.pix2pix.api.image.ImageShape;
import io.pix2pix.data.file.ImageFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataCommandsIT {
  @TempDir Path folder;
  private Pix2Pix pix2pix;

  @BeforeEach
  void writePictures() throws IOException {
    pix2pix = new Pix2Pix(folder);
    for (int i = 0; i < 10; i++) {
      write("photos/" + i + ".png", i);
    }
  }

  private void write(String name, int seed) throws IOException {
    var file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    var shape = new ImageShape(32, 32, 3);
    var random = new SplittableRandom(seed);
    var values = new float[shape.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = random.nextInt(256) / 127.5f - 1;
    }
    ImageFiles.write(file, Image.owning(shape, values));
  }

  private String path(String name) {
    return folder.resolve(name).toString();
  }

  private Pix2Pix.Answer data(String... arguments) {
    var all = new String[arguments.length + 1];
    all[0] = "data";
    System.arraycopy(arguments, 0, all, 1, arguments.length);
    return pix2pix.run(all);
  }

  @Test
  void leadsFromPhotosToATrainingStepByStep() throws IOException {
    var edges = data("edges", path("photos"), path("drawings"));
    assertThat(edges.err()).isEmpty();
    assertThat(edges.out()).contains("Made 10 pictures in", "Next: pix2pix data combine");

    var combine = data("combine", path("drawings"), path("photos"), path("pairs"));
    assertThat(combine.out()).contains("Made 10 pictures in", "Next: pix2pix data split");

    var split = data("split", path("pairs"), path("mine"));
    assertThat(split.out()).contains("train 8, val 1, test 1 pairs", "Next: pix2pix data check");

    var resize = data("resize", path("mine"), path("small"), "--pairs", "--size", "16");
    assertThat(resize.out()).contains("Made 10 pictures in");

    var check = data("check", path("small"), "--page", path("page.html"), "--json", path("a.json"));
    assertThat(check.code()).isZero();
    assertThat(check.out()).contains("train: 8 pairs of 16x16", "10 pairs can be used.");
    assertThat(folder.resolve("page.html")).content().contains("A training can begin.", "train/");
    assertThat(folder.resolve("a.json")).content().contains("\"usable\" : true");
    var run = pix2pix.train("mine", "--set", "data={name: paired}", "--data", path("small"));
    assertThat(run.code()).as(run.err()).isZero();
  }

  @Test
  void aCheckFailsWhereATrainingWould() throws IOException {
    write("data/train/a.png", 1);
    Files.writeString(folder.resolve("data/train/b.png"), "no picture");

    var check = data("check", path("data"));

    assertThat(check.code()).isEqualTo(1);
    assertThat(check.out()).contains("b.png: not an image", "1 problem must be mended first.");
  }

  @Test
  void aCheckKnowsWhatAnExperimentNeeds() throws IOException {
    write("data/train/a.png", 1);

    // Halves are 16 wide and 32 high; seven levels need multiples of 128.
    var check =
        data(
            "check",
            path("data"),
            "--experiment",
            pix2pix.experiment().toString(),
            "--set",
            "data={name: paired}",
            "--set",
            "generator.levels=7");

    assertThat(check.code()).isEqualTo(1);
    assertThat(check.out()).contains("16x32 pixels", "multiples of 128");
  }

  @Test
  void everyMistakeIsToldInOneLine() {
    data("check", path("nowhere")).refuses(1, "there is no such folder");
    data("combine", path("photos"), path("nowhere"), path("out")).refuses(1, "is no folder");
    data("resize", path("photos"), path("out")).refuses(1, "--size 256, or --shorter 256");
    data("split", path("photos"), path("out"), "--train", "2").refuses(1, "add up to 1");
    data("split", path("photos"), path("out"), "--group", "(").refuses(1, "no regular expression");
    data("edges", path("photos"), path("out"), "--low", "200").refuses(1, "low must be");
    data("download", "shoes").refuses(1, "there are facades, maps");
    data("download", "maps", "--sha256", "12").refuses(1, "64 hexadecimal digits");
    assertThat(folder.resolve("out")).doesNotExist();
  }
}
