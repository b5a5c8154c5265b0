package io.pix2pix.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.pix2pix.bench.study.result.StudyFolder;
import io.pix2pix.bench.study.result.StudyState;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Tests that begin with a copy of one small study. */
abstract class CopiedStudy {
  static final String STUDY =
      """
      name: tiny
      title: A tiny study
      experiment:
        data: {name: synthetic-facades, size: 16, train: 4, val: 1, test: 3}
        generator: {name: unet, levels: 2, filters: 4}
        discriminator: {name: patch, receptiveField: 16, filters: 4}
        training: {epochs: 2, checkpoints: {every: 5}, samples: {every: 100}}
      axes:
        objective:
          L1: {losses: [l1]}
          L1 + cGAN: {}
      seeds: [1, 2]
      metrics: [l1, psnr]
      pictures: 2
      small:
        experiment: {generator: {filters: 2}}
        seeds: [1]
      """;

  @TempDir static Path once;
  @TempDir Path folder;
  Pix2Pix pix2pix;

  @BeforeAll
  static void doTheStudyOnce() {
    var done = new Pix2Pix(once);
    assertThat(study(done, STUDY).code()).isZero();
  }

  @BeforeEach
  void place() {
    pix2pix = new Pix2Pix(folder);
  }

  Pix2Pix.Answer study(String text, String... more) {
    return study(pix2pix, text, more);
  }

  static Pix2Pix.Answer study(Pix2Pix pix2pix, String text, String... more) {
    var arguments = new ArrayList<>(List.of("study", file(pix2pix, text).toString()));
    arguments.addAll(List.of("--runs", pix2pix.runs().toString()));
    arguments.addAll(List.of(more));
    return pix2pix.run(arguments.toArray(String[]::new));
  }

  void copyWhatWasDone() throws IOException {
    var from = new Pix2Pix(once).runs();
    try (var paths = Files.walk(from)) {
      for (var path : paths.toList()) {
        Files.copy(path, pix2pix.runs().resolve(from.relativize(path)));
      }
    }
  }

  FileTime checkpoint() throws IOException {
    return Files.getLastModifiedTime(
        home().resolve("cells/l1-cgan-seed-1/checkpoints/step-00000008.safetensors"));
  }

  FileTime metrics() throws IOException {
    return Files.getLastModifiedTime(home().resolve("cells/l1-seed-1/metrics.csv"));
  }

  StudyState state() {
    return StudyState.read(new StudyFolder(home())).orElseThrow();
  }

  Path home() {
    return pix2pix.runs().resolve("tiny");
  }

  static Path file(Pix2Pix pix2pix, String text) {
    try {
      Files.createDirectories(pix2pix.folder());
      return Files.writeString(pix2pix.folder().resolve("tiny-study.yaml"), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
