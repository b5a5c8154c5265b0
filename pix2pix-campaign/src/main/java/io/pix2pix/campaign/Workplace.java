package io.pix2pix.campaign;

import com.google.common.collect.ImmutableList;
import com.google.common.io.MoreFiles;
import com.google.common.io.RecursiveDeleteOption;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Random;
import java.util.stream.Stream;
import javax.imageio.ImageIO;

/**
 * Where cases take place. All have the same folder, as runs know where their data lies: it is made
 * once, kept beside, and put back before each command.
 *
 * @param root it holds both
 */
record Workplace(Path root) {
  private static final int SIZE = 16;
  private static final Duration LONGEST = Duration.ofMinutes(30);

  private static final String EXPERIMENT =
      """
      name: tiny
      data: {name: paired}
      generator: {name: unet, levels: 2, filters: 4}
      discriminator: {name: patch, receptiveField: 16, filters: 4}
      training:
        epochs: 2
        checkpoints: {every: 3, keep: 3}
        samples: {every: 4}
        validation: {every: 1, metrics: [l1, psnr], best: psnr}
      """;

  private static final String STUDY =
      """
      name: study
      title: A tiny study
      experiment:
        data: {name: paired}
        generator: {name: unet, levels: 2, filters: 4}
        discriminator: {name: patch, receptiveField: 16, filters: 4}
        training: {epochs: 1, checkpoints: {every: 3}, samples: {every: 100}}
      axes:
        objective:
          L1: {losses: [l1]}
          cGAN: {}
      seeds: [1]
      metrics: [l1, psnr]
      pictures: 1
      """;

  /** The folder of a case. */
  Path home() {
    return root.resolve("case");
  }

  private Path whole() {
    return root.resolve("whole");
  }

  /**
   * Makes a run that is half done and measured, a study that is done, the data, and reports; or
   * takes those that are there.
   *
   * @param runner of the commands that make them
   */
  void build(CommandRunner runner) {
    if (Files.exists(whole())) {
      restore();
      return;
    }
    remove(home());
    draw("train", 4);
    draw("val", 2);
    draw("test", 2);
    picture(home().resolve("input.png"), SIZE, 99);
    write(home().resolve("tiny.yaml"), EXPERIMENT);
    write(home().resolve("study.yaml"), STUDY);
    for (var line :
        ImmutableList.of(
            "train @/tiny.yaml --data @/data --runs @/runs --name run",
            "evaluate @/runs/run",
            "study @/study.yaml --data @/data --runs @/runs",
            "report @/runs/study",
            "report @/runs")) {
      var command = new Command(line, ImmutableList.copyOf(line.split(" ")), ImmutableList.of());
      var answer = runner.run(command, LONGEST);
      if (answer.code() != 0) {
        throw new IllegalStateException(line + ": " + answer.broken() + answer.err());
      }
    }
    keepAs("unfinished");
    try {
      Files.move(root.resolve("unfinished"), whole());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Puts everything back as it was made. */
  void restore() {
    remove(home());
    copy(whole(), home());
  }

  /** Keeps what is there now. */
  void keepAs(String name) {
    remove(root.resolve(name));
    copy(home(), root.resolve(name));
  }

  /** Puts back what was kept. */
  void restore(String name) {
    remove(home());
    copy(root.resolve(name), home());
  }

  /** All files of a folder of the case, from the case's folder, in the order of their names. */
  ImmutableList<String> files(String folder) {
    return files(home(), home().resolve(folder));
  }

  /** All files under a folder, or the file itself, from a home. */
  static ImmutableList<String> files(Path home, Path folder) {
    if (Files.notExists(folder, LinkOption.NOFOLLOW_LINKS)) {
      return ImmutableList.of();
    }
    try (var all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile)
          .map(file -> home.relativize(file).toString())
          .sorted()
          .collect(ImmutableList.toImmutableList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void draw(String split, int count) {
    for (int index = 0; index < count; index++) {
      picture(
          home().resolve("data").resolve(split).resolve(index + ".png"),
          2 * SIZE,
          split.hashCode() + index);
    }
  }

  private static void picture(Path file, int width, long seed) {
    var random = new Random(seed);
    var picture = new BufferedImage(width, SIZE, BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < SIZE; y++) {
      for (int x = 0; x < width; x++) {
        picture.setRGB(x, y, random.nextInt(0x1000000));
      }
    }
    try {
      Files.createDirectories(file.resolveSibling(""));
      try (OutputStream out = Files.newOutputStream(file)) {
        ImageIO.write(picture, "png", out);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void write(Path file, String text) {
    try {
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void remove(Path folder) {
    try {
      if (Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
        MoreFiles.deleteRecursively(folder, RecursiveDeleteOption.ALLOW_INSECURE);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void copy(Path from, Path to) {
    try (Stream<Path> all = Files.walk(from)) {
      for (var path : all.toList()) {
        Files.copy(
            path, to.resolve(from.relativize(path).toString()), StandardCopyOption.COPY_ATTRIBUTES);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
