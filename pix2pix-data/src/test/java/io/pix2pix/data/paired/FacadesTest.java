package io.pix2pix.data.paired;

import static org.assertj.core.api.Assertions.assertThat;

import io.pix2pix.api.data.DataSource;
import io.pix2pix.api.data.Pairs;
import io.pix2pix.api.image.ImageShape;
import io.pix2pix.api.image.PairShape;
import io.pix2pix.testing.Provided;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FacadesTest {

  @ParameterizedTest
  @CsvSource({"train, 400", "val, 100", "test, 106"})
  void opensEverySplitAndReadsFromIt(String split, int size) {
    Path facades = Provided.data("facades");

    Pairs pairs = DataSource.folder(facades).open(new Paired(Direction.BtoA, 0)).split(split);

    var shape = new ImageShape(256, 256, 3);
    assertThat(pairs.size()).isEqualTo(size);
    assertThat(pairs.shape(size - 1)).isEqualTo(new PairShape(shape, shape));
    assertThat(PairShape.of(pairs.read(0))).isEqualTo(new PairShape(shape, shape));
  }
}
