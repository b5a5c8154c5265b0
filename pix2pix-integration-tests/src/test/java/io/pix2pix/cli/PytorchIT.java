package io.pix2pix.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.pix2pix.api.network.Phase;
import io.pix2pix.api.network.Statistics;
import io.pix2pix.testing.FinishedProgram;
import java.io.IOException;
import java.nio.file.Path;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What PyTorch makes of exported weights; skipped where there is no PyTorch. */
class PytorchIT {
  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {"unet-batch", "unet-instance", "unet-none", "resnet-batch", "resnet-instance"})
  void loadsExportedWeightsStrictlyAndGivesTheSamePicture(String network) throws Exception {
    assumeThat(python("-c", "import torch").exitCode()).as("exit code of import torch").isZero();
    var pix2pix = new Pix2Pix(folder);
    var run = folder.resolve("run");
    var weights = folder.resolve("generator.safetensors");
    pix2pix.run("import", PortFiles.weights(network).toString(), run.toString());
    assertThat(pix2pix.run("export", run.toString(), weights.toString()).code()).isZero();

    var compared =
        python(
            PortFiles.file("networks.py").toString(),
            "compare",
            network,
            weights.toString(),
            pictures(run, network).toString());

    var difference = Double.parseDouble(compared.outputOfSuccess().strip());
    assertThat(difference).isCloseTo(0, Offset.offset(1e-5));
  }

  /** A condition, and what our generator makes of it. */
  private Path pictures(Path run, String network) throws IOException {
    var file = folder.resolve("pictures.safetensors");
    var x = PortFiles.condition(network);
    var phase = Phase.translation(Statistics.RUNNING, false);
    try (var translator = PortFiles.run(run).translator(phase, 1)) {
      PortFiles.write(file, ImmutableMap.of("x", x, "y", translator.translate(x, network)));
    }
    return file;
  }

  private FinishedProgram python(String... arguments) throws InterruptedException {
    var command = ImmutableList.<String>builder().add("python3").add(arguments).build();
    try {
      return FinishedProgram.run(folder, command);
    } catch (IOException e) {
      return assumeNoPython(e);
    }
  }

  private static FinishedProgram assumeNoPython(IOException e) {
    assumeThat(e).as("there is no python3").isNull();
    throw new IllegalStateException(e);
  }
}
