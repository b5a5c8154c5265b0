package io.pix2pix.data.paired;

import static org.assertj.core.api.Assertions.assertThat;

import io.pix2pix.api.data.DataSource;
import io.pix2pix.api.data.Pairs;
import io.pix2pix.api.image.ImageShape;
import io.pix2pix.api.image.PairShape;
import java.nio.file.Path;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@EnabledIfSystemProperty(
    named = "pix2pix.data",
    matches = ".+",
    disabledReason = "needs -Dpix2pix.data=FOLDER, the folder that holds facades")
class FacadesTest {

  @ParameterizedTest
  @CsvSource({"train, 400", "val, 100", "test, 106"})
  void opensEverySplitAndReadsFromIt(String split, int size) {
    Path root = Path.of(System.getProperty("pix2pix.root"));
    Path facades = root.resolve(System.getProperty("pix2pix.data")).resolve("facades");

    Pairs pairs = DataSource.folder(facades).open(new Paired(Direction.BtoA, 0)).split(split);

    var shape = new ImageShape(256, 256, 3);
    assertThat(pairs.size()).isEqualTo(size);
    assertThat(pairs.shape(size - 1)).isEqualTo(new PairShape(shape, shape));
    assertThat(PairShape.of(pairs.read(0))).isEqualTo(new PairShape(shape, shape));
  }
}
