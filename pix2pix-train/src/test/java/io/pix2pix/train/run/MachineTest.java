package io.pix2pix.train.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MachineTest {
  @TempDir Path folder;

  @Test
  void knowsTheModelOfTheProcessor() throws IOException {
    var file =
        Files.writeString(
            folder.resolve("cpuinfo"),
            "processor\t: 0\nmodel\t\t: 85\nmodel name\t: Quick(R) Processor: 2\nprocessor\t: 1\n");

    assertThat(Machine.processor(file)).contains("Quick(R) Processor: 2");
  }

  @Test
  void doesWithoutTheModel() throws IOException {
    assertThat(Machine.processor(folder.resolve("none"))).isEmpty();
    assertThat(Machine.processor(Files.writeString(folder.resolve("cpuinfo"), "processor: 0\n")))
        .isEmpty();
  }
}
