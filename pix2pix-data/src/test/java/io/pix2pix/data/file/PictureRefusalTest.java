package io.pix2pix.data.file;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.io.BaseEncoding;
import io.pix2pix.api.error.InvalidInputException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PictureRefusalTest {
  @TempDir Path folder;

  /** The head of a PNG of 65535x65535 pixels, its checksum and no data. */
  @Test
  void saysHowMuchMemoryAPictureNeedsBeforeItTakesIt() throws IOException {
    var head = "89504E470D0A1A0A0000000D494844520000FFFF0000FFFF0802000000";
    refuses("a.png", BaseEncoding.base16().decode(head + "A8C9C5DA0000000049454E44AE426082"))
        .hasMessageContaining(
            "a.png: has 65535x65535 pixels and would need 81.6 GB of memory; a picture can have"
                + " 715 million pixels at most");
    var tiff = TiffBytes.of(1, 8, 1, TiffBytes.samples(1), Map.of(256, 1 << 20, 257, 1 << 20));
    refuses("b.tif", tiff).hasMessageContaining("1048576x1048576 pixels and would need");
  }

  @Test
  void namesACompressionThatIsNotRead() throws IOException {
    var tiff = TiffBytes.of(1, 8, 1, TiffBytes.samples(1), Map.of(259, 34925));

    refuses("a.tif", tiff).hasMessageContaining("a.tif: is a TIFF compressed with LZMA, which is");
  }

  @ParameterizedTest
  @CsvSource({
    "'\0\0\0\u001cftypavif', AVIF",
    "'<!DOCTYPE html><html>', a web page",
    "'%PDF-1.7', a PDF file",
    "'PK\3\4', a ZIP archive",
    "'\37\213\10', packed with gzip"
  })
  void namesWhatAFileIsInstead(String start, String name) throws IOException {
    refuses("a.png", start.getBytes(StandardCharsets.ISO_8859_1))
        .hasMessageContaining("a.png: is " + name);
  }

  private AbstractThrowableAssert<?, ?> refuses(String name, byte[] bytes) throws IOException {
    var file = Files.write(folder.resolve(name), bytes);
    return assertThatThrownBy(() -> ImageFiles.read(file))
        .isInstanceOf(InvalidInputException.class);
  }
}
