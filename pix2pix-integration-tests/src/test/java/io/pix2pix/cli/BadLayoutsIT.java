package io.pix2pix.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.pix2pix.api.image.Image;
import io.pix2pix.api.image.ImageShape;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Data that is not as its layout wants it: what commands say of it. */
class BadLayoutsIT {
  @TempDir Path folder;

  private Pix2Pix.Answer check(Path data, String layout) {
    var pix2pix = new Pix2Pix(folder);
    return pix2pix.runWithLog(
        "data",
        "check",
        data.toString(),
        "--experiment",
        pix2pix.experiment().toString(),
        "--set",
        "data=" + layout);
  }

  private static LayoutFiles pairs(String... names) {
    var files = new LayoutFiles();
    for (int i = 0; i < names.length; i++) {
      var pair = LayoutFiles.pair(i + 1);
      files.add(names[i], LayoutFiles.sideBySide(pair.condition(), pair.target()));
    }
    return files;
  }

  @Test
  void archivesAreCheckedAsFoldersAre() {
    var data = pairs("train/1.png", "test/2.png").write(folder.resolve("data.zip"));

    var answer = new Pix2Pix(folder).run("data", "check", data.toString());

    assertThat(answer.code()).as(answer.err()).isZero();
    assertThat(answer.out()).contains("train: 1 pair of 16x16", "2 pairs can be used.");
  }

  @Test
  void groupsThatAreInSeveralSplitsAreNamed() {
    var data =
        pairs("train/anna_1.png", "train/ben_1.png", "test/anna_2.png")
            .write(folder.resolve("data"));

    var answer = check(data, "{name: paired, split: {group: '([a-z]+)_.*'}}");

    assertThat(answer.err()).contains("has 1 group with pairs in several splits, such as anna;");
  }

  @Test
  void groupsOfListsOfSplitsAreCompared() {
    var data = folder.resolve("data");
    listed()
        .add("train.csv", "condition,target,group\nx/1.png,y/1.png,anna\n")
        .add("test.csv", "condition,target,group\nx/2.png,y/2.png,anna\n")
        .write(data);

    var answer = check(data, "{name: list, file: '{split}.csv'}");

    assertThat(answer.err()).contains("has 1 group with pairs in several splits, such as anna;");
  }

  @Test
  void splitsThatNobodyAsksForAreNamed() {
    var data = folder.resolve("data");
    listed()
        .add("pairs.csv", "condition,target,split\nx/1.png,y/1.png,train\nx/2.png,y/2.png,trian\n")
        .write(data);

    assertThat(check(data, "{name: list}").err())
        .containsOnlyOnce(
            "pairs.csv: has rows of splits that are none of train, val and test: trian");
  }

  private static LayoutFiles listed() {
    var files = new LayoutFiles();
    for (int number = 1; number <= 2; number++) {
      files.add("x/" + number + ".png", LayoutFiles.pair(number).condition());
      files.add("y/" + number + ".png", LayoutFiles.pair(number).target());
    }
    return files;
  }

  @Test
  void aProblemOfAListIsSaidOnce() {
    var data = listed().add("pairs.csv", "condition,target\nx/1.png,y/9.png\n");

    var answer = check(data.write(folder.resolve("data")), "{name: list}");

    assertThat(answer.out())
        .containsOnlyOnce("names 1 file that is missing: line 2: y/9.png")
        .contains("1 problem must be mended first.");
    assertThat(answer.code()).isEqualTo(1);
  }

  /** What is left out of a picture is said once, however often the picture comes up. */
  @Test
  void whatIsLeftOutOfAPictureThatComesUpAgainIsSaidOnce() {
    var opaque = new float[16 * 32 * 4];
    Arrays.fill(opaque, 0.5f);
    var data =
        pairs("a/train/1.png", "a/train/2.png")
            .add("b/train/1.png", Image.owning(new ImageShape(16, 32, 4), opaque))
            .write(folder.resolve("data"));
    var pix2pix = new Pix2Pix(folder);

    var answer =
        pix2pix.runWithLog(
            "train",
            pix2pix.experiment().toString(),
            "--runs",
            pix2pix.runs().toString(),
            "--data",
            data.toString(),
            "--set",
            "training.epochs=1",
            "--set",
            "data={name: mixed, sets: [{data: {name: paired}, folder: a},"
                + " {data: {name: paired}, folder: b, weight: 4}]}");

    assertThat(answer.code()).as(answer.err()).isZero();
    assertThat(answer.err()).containsOnlyOnce("b/train/1.png");
  }

  @Test
  void linksThatLeadNowhereAreNamedBeforeATraining() throws IOException {
    var data = pairs("train/1.png", "train/2.png").write(folder.resolve("data"));
    Files.delete(data.resolve("train/2.png"));
    Files.createSymbolicLink(data.resolve("train/2.png"), data.resolve("gone.png"));
    var pix2pix = new Pix2Pix(folder);

    pix2pix
        .train("run", "--data", data.toString(), "--set", "data={name: paired}")
        .refuses(1, "train/2.png: there is no such file");

    var run =
        pix2pix.trained(
            "rest", "--data", data.toString(), "--set", "data={name: paired, onBadImage: skip}");
    assertThat(run.resolve("run.json"))
        .content()
        .contains("\"pairs\" : 1", "train/2.png: there is no such file");
  }
}
