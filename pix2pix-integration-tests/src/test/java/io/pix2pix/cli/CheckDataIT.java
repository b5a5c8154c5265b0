package io.pix2pix.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ObjectArrays;
import com.google.common.io.MoreFiles;
import com.google.common.io.RecursiveDeleteOption;
import io.pix2pix.api.image.Image;
import io.pix2pix.api.image.ImageShape;
import io.pix2pix.data.file.ImageFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckDataIT {
  private static final String SAMPLE = "\"of\" : \"names, sizes and 64 files\"";
  private static final String FULL = "\"of\" : \"names and all contents\"";

  @TempDir Path folder;
  private Pix2Pix pix2pix;
  private Path data;

  @BeforeEach
  void writePairs() throws IOException {
    pix2pix = new Pix2Pix(folder);
    data = folder.resolve("data");
    Files.createDirectories(data.resolve("train"));
    for (var name : new String[] {"a.png", "b.png"}) {
      write(data.resolve("train").resolve(name), 0);
    }
  }

  private static void write(Path file, float value) {
    var shape = new ImageShape(16, 32, 3);
    var values = new float[shape.size()];
    Arrays.fill(values, value);
    ImageFiles.write(file, Image.owning(shape, values));
  }

  private Path trained(String... more) {
    return pix2pix.trained("run", arguments(more));
  }

  private String[] arguments(String... more) {
    var all = new ArrayList<String>();
    all.addAll(Arrays.asList("--set", "data={name: paired}", "--data", data.toString()));
    all.addAll(Arrays.asList(more));
    return all.toArray(String[]::new);
  }

  @Test
  void aRunSaysWhatItsChecksumIsOf() throws IOException {
    assertThat(trained().resolve("run.json")).content().contains(SAMPLE);
    MoreFiles.deleteRecursively(pix2pix.runs(), RecursiveDeleteOption.ALLOW_INSECURE);

    assertThat(trained("--check-data").resolve("run.json")).content().contains(FULL);
  }

  @Test
  void aRunFromBeforeASampleWasEnoughGoesOnUnlessItsDataChanged() throws IOException {
    var run = trained("--check-data").resolve("run.json");
    var old =
        Files.readString(run)
            .replaceAll("(?s)\"checksum\" : \\{[^}]*(\"\\w{64}\")[^}]*}", "\"checksum\" : $1");
    assertThat(old).doesNotContain(FULL);
    Files.writeString(run, old);

    trained("--resume", "--set", "training.epochs=4");

    write(data.resolve("train/b.png"), 1);
    pix2pix
        .train("run", arguments("--resume", "--set", "training.epochs=5"))
        .refuses(1, "run: the training data changed since the run began");
  }

  @Test
  void aCheckFindsWhatTheHeadOfAFileDoesNotTell() throws IOException {
    var file = data.resolve("train/b.bmp");
    write(file, 0);
    for (int i = 0; i < 100; i++) {
      write(data.resolve("train/a%02d.png".formatted(i)), 0);
    }
    try (var cut = Files.newByteChannel(file, StandardOpenOption.WRITE)) {
      cut.truncate(200);
    }

    pix2pix
        .train("run", arguments("--check-data"))
        .refuses(1, "b.bmp: the image is damaged or cut short");
    assertThat(pix2pix.runs().resolve("run")).doesNotExist();
  }

  @Test
  void allDamagedFilesAreNamedBeforeTrainingOrLeftOut() throws IOException {
    breakInside("c.png");
    breakInside("d.png");

    pix2pix
        .train("run", arguments())
        .refuses(1, "2 files cannot be used: ", "c.png (", "d.png (", "data.onBadImage: skip");
    assertThat(pix2pix.runs().resolve("run")).doesNotExist();

    var run = trained("--set", "data.onBadImage=skip").resolve("run.json");
    assertThat(run).content().contains("\"pairs\" : 2", "c.png: the image is damaged");
  }

  @Test
  void aRunGoesOnWithOtherDataWhereTheUserSaysSo() throws IOException {
    var run = trained().resolve("run.json");
    write(data.resolve("train/c.png"), 0);
    var more = new String[] {"--resume", "--set", "training.epochs=4"};

    pix2pix.train("run", arguments(more)).refuses(1, "--data-changed if files were repaired");
    trained("--resume", "--data-changed", "--set", "training.epochs=4");

    assertThat(run).content().contains("\"dataChanges\" : [ {", "\"pairs\" : 3", "\"pairs\" : 2");
    pix2pix
        .train("other", arguments("--data-changed"))
        .refuses(1, "--data-changed: is for runs that go on");
  }

  @Test
  void damageInBothSplitsIsToldAtOnceAndWhatIsPassedOverOnce() throws IOException {
    Files.createDirectories(data.resolve("test"));
    Files.createFile(data.resolve("train/Thumbs.db"));
    breakInside("c.png");
    Files.move(data.resolve("train/c.png"), data.resolve("test/z.png"));
    breakInside("c.png");

    var answer =
        pix2pix.runWithLog(
            ObjectArrays.concat(
                new String[] {"train", pix2pix.experiment().toString()},
                arguments("--runs", pix2pix.runs().toString()),
                String.class));

    assertThat(answer.code()).isEqualTo(1);
    assertThat(answer.err()).contains("c.png: the image is damaged", "z.png: the image is damaged");
    assertThat(answer.err()).containsOnlyOnce("Thumbs.db");
  }

  /** Head and end stay as they are. */
  private void breakInside(String name) throws IOException {
    var file = data.resolve("train").resolve(name);
    write(file, 0);
    var bytes = Files.readAllBytes(file);
    for (int i = bytes.length / 2; i < bytes.length / 2 + 8; i++) {
      bytes[i] ^= (byte) 0xff;
    }
    Files.write(file, bytes);
  }
}
