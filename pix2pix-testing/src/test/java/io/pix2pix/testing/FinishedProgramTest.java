package io.pix2pix.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FinishedProgramTest {
  @TempDir private Path folder;

  @Test
  void whatAProgramWarnsOfIsNoPartOfItsResult() throws Exception {
    var program =
        run(
            """
            for (int i = 0; i < 20_000; i++) {
              System.err.println("Could not initialize NNPACK");
            }
            System.out.println(0.5);
            """);

    assertThat(program.outputOfSuccess()).isEqualToIgnoringNewLines("0.5");
    assertThat(program.errors()).hasLineCount(20_000);
  }

  @Test
  void whatAProgramThatFailsSaidIsShown() throws Exception {
    var program = run("System.err.println(\"no such weights\"); System.exit(3);");

    assertThatThrownBy(program::outputOfSuccess)
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("no such weights")
        .hasMessageContaining("3");
  }

  private FinishedProgram run(String statements) throws Exception {
    var source = "class Program { public static void main(String[] a) {" + statements + "} }";
    var file = Files.writeString(folder.resolve("Program.java"), source);
    var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    return FinishedProgram.run(folder, List.of(java, file.toString()));
  }
}
