package io.pix2pix.train.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pix2pix.api.error.InvalidInputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LossCurvesTest {
  @TempDir Path folder;

  @Test
  void readsStepsAndColumns() throws IOException {
    var curves = read("step,generator.l1,discriminator.real\n1,0.5,2.0\n2,0.25,1.0E-7\n");

    assertThat(curves.columns()).containsExactly("generator.l1", "discriminator.real");
    assertThat(curves.steps()).containsExactly(1, 2);
    assertThat(curves.column("generator.l1")).containsExactly(0.5, 0.25);
    assertThat(curves.column("discriminator.real")).containsExactly(2, 1e-7);
  }

  @Test
  void leavesOutATornLastLine() throws IOException {
    assertThat(read("step,l1\n1,0.5\n2,0.2").steps()).containsExactly(1);
    assertThat(read("step,l1\n1,0.5\n2").steps()).containsExactly(1);
    assertThat(read("step,l").columns()).isEmpty();
    assertThat(read("").steps()).isEmpty();
  }

  @Test
  void namesALineThatIsNoRow() {
    assertThatThrownBy(() -> read("step,l1\n1,0.5\n2,x\n"))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageEndingWith(
            "losses.csv: \"2,x\" is not a row of numbers; put back the file that the run wrote");
    assertThatThrownBy(() -> read("step,l1\n1,0.5,7\n"))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageEndingWith(
            "\"1,0.5,7\" has 3 cells, the header 2; put back the file that the run wrote");
  }

  @Test
  void namesAMissingFile() {
    assertThatThrownBy(() -> LossCurves.read(folder.resolve("none.csv")))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("none.csv: cannot be read");
  }

  private LossCurves read(String text) throws IOException {
    return LossCurves.read(Files.writeString(folder.resolve("losses.csv"), text));
  }
}
