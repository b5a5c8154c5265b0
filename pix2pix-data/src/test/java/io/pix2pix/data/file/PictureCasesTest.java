package io.pix2pix.data.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.google.common.io.BaseEncoding;
import io.pix2pix.api.image.Image;
import io.pix2pix.data.pixels.ChannelChoice;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/**
 * Pictures of six pixels in many encodings. Their levels are those of Pillow 12 after {@code
 * ImageOps.exif_transpose}, gray files as {@code L} and colored ones as {@code RGB}; 16 bits are
 * divided by 257.
 */
class PictureCasesTest {
  private static final ReadOptions AS_STORED =
      new ReadOptions(ChannelChoice.AUTO, Optional.empty());

  /** Pillow makes 8 bits of 5 by another way of rounding. */
  private static final Offset<Double> ROUNDING = within(1.001);

  @TempDir Path folder;

  @ParameterizedTest(name = "{0}")
  @CsvFileSource(resources = "pictures.csv", delimiter = ';', numLinesToSkip = 1)
  void areReadAsPillowReadsThem(String name, String shape, String levels, String contents)
      throws IOException {
    var file = Files.write(folder.resolve(name), BaseEncoding.base64().decode(contents));

    var image = ImageFiles.read(file, AS_STORED);

    assertThat(image.height() + "x" + image.width() + "x" + image.channels()).isEqualTo(shape);
    assertThat(levels(image)).containsExactly(numbers(levels), ROUNDING);
    assertThat(ImageFiles.shape(file)).isEqualTo(image.shape().withChannels(3));
  }

  private static double[] levels(Image image) {
    var values = image.toArray();
    return IntStream.range(0, values.length).mapToDouble(i -> (values[i] + 1) * 127.5).toArray();
  }

  private static double[] numbers(String text) {
    return Arrays.stream(text.split(" ")).mapToDouble(Double::parseDouble).toArray();
  }
}
