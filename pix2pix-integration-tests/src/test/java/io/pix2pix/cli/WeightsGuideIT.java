package io.pix2pix.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.pix2pix.testing.FinishedProgram;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Follows docs/weights.md. */
class WeightsGuideIT {
  private static final Path GUIDE = Guides.root().resolve("docs/weights.md");
  @TempDir Path folder;

  @Test
  void itsProgramTranslatesWithASavedModel() throws Exception {
    var pix2pix = new Pix2Pix(folder);
    var run = folder.resolve("run").toString();
    var model = folder.resolve("model").toString();
    pix2pix.run("import", PortFiles.weights("unet-batch").toString(), run);
    assertThat(pix2pix.run("export", run, "--saved-model", model).code()).isZero();
    var program =
        Files.writeString(folder.resolve("Translate.java"), Guides.file(GUIDE, "Translate.java"));

    var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    var classPath = System.getProperty("java.class.path");
    var command = List.of(java, "-cp", classPath, program.toString(), model);

    assertThat(FinishedProgram.run(folder, command).outputOfSuccess())
        .contains("[1, 256, 256, 3], red of the first pixel: ");
  }
}
