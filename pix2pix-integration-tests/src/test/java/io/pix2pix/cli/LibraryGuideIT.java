package io.pix2pix.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import io.pix2pix.testing.FinishedProgram;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Runs the programs of docs/library.md as their reader does: from their source, and without what
 * belongs to the command line.
 */
class LibraryGuideIT {
  private static final Path GUIDE = Guides.root().resolve("docs/library.md");

  private static final String COMMAND_LINE =
      ".*(pix2pix-cli|picocli|progressbar|logback-classic|logback-core).*";

  @TempDir Path folder;

  @Test
  void itsProgramTrainsTranslatesAndEvaluates() throws Exception {
    Files.writeString(folder.resolve("Facades.java"), Guides.file(GUIDE, "Facades.java"));
    var experiment = new Pix2Pix(folder).experiment();

    var output = run("Facades.java", experiment.toString());

    assertThat(output).containsPattern("l1 0\\.\\d+ Interval\\[low=0\\.\\d+").contains("ssim ");
    assertThat(folder.resolve("photo.png")).isNotEmptyFile();
    assertThat(folder.resolve("runs/tiny/index.html")).isNotEmptyFile();
  }

  @Test
  void itsStudyTrainsMeasuresAndReports() throws Exception {
    Files.writeString(folder.resolve("Ablation.java"), Guides.file(GUIDE, "Ablation.java"));
    var study =
        Files.writeString(
            folder.resolve("study.yaml"),
            """
            name: both
            title: With and without a discriminator
            base: tiny.yaml
            experiment: {training: {epochs: 1}}
            axes: {losses: {L1: {losses: [l1]}, L1 + cGAN: {}}}
            seeds: [1]
            metrics: [l1]
            """);
    new Pix2Pix(folder).experiment();

    var output = run("Ablation.java", study.toString());

    assertThat(output).contains("cells/l1-seed-1 done", "cells/l1-cgan-seed-1 done");
    assertThat(folder.resolve("runs/both/report/index.html")).isNotEmptyFile();
  }

  @Test
  void aProjectThatDependsOnItNamesTheVersionOfThisProject() throws IOException {
    var own = Files.readString(Guides.root().resolve("pom.xml"));
    var version = "<version>0.1.0-SNAPSHOT</version>";

    assertThat(GUIDE).content().contains("<artifactId>pix2pix-library</artifactId>\n  " + version);
    assertThat(own).contains("<artifactId>pix2pix</artifactId>\n  " + version);
  }

  private static String withoutCommandLine() {
    var separator = System.getProperty("path.separator");
    var all = Splitter.on(separator).splitToList(System.getProperty("java.class.path"));
    var kept = all.stream().filter(entry -> !entry.matches(COMMAND_LINE)).toList();
    assertThat(kept).hasSizeLessThan(all.size());
    return String.join(separator, kept);
  }

  private String run(String... program) throws IOException, InterruptedException {
    var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    var command =
        ImmutableList.<String>builder().add(java, "-cp", withoutCommandLine()).add(program).build();
    return FinishedProgram.run(folder, command).outputOfSuccess();
  }
}
