package io.pix2pix.parquet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pix2pix.api.data.FileTree;
import io.pix2pix.api.error.InvalidInputException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.parquet.column.ParquetProperties.WriterVersion;
import org.apache.parquet.format.CompressionCodec;
import org.junit.jupiter.api.Test;

class DamagedParquetTest extends ParquetFixture {
  @Test
  void whatIsNoWholeParquetFileIsRefused() throws IOException {
    var file = write("train.parquet", 0, 3);
    var bytes = Files.readAllBytes(file);

    Files.write(file, Arrays.copyOf(bytes, bytes.length / 2));
    assertRefused(USUAL, file + ": is cut short, as its end is missing; copy the file again");
    Files.write(file, new byte[0]);
    assertRefused(USUAL, file + ": the file is empty; copy it again, or remove it");
    Files.writeString(file, "<html>not found</html>");
    assertRefused(USUAL, file + ": is no Parquet file; copy the file again, or remove it");
    Files.write(file, encrypted(bytes));
    assertRefused(USUAL, file + ": is encrypted; store it without encryption");
    bytes[bytes.length - 5] = 0x40;
    Files.write(file, bytes);
    assertThatThrownBy(() -> open(USUAL, "train"))
        .hasMessageContaining("has a footer of 1024 MB, and at most 64 are read");
  }

  private static byte[] encrypted(byte[] bytes) {
    var changed = bytes.clone();
    var magic = "PARE".getBytes(StandardCharsets.US_ASCII);
    System.arraycopy(magic, 0, changed, changed.length - 4, 4);
    return changed;
  }

  @Test
  void aDamagedPageIsTold() throws IOException {
    var file = write("train.parquet", 0, 3);
    var bytes = Files.readAllBytes(file);
    bytes[100] ^= 1;
    Files.write(file, bytes);

    assertRefused(
        USUAL,
        file
            + ": column condition is damaged or cut short (a page has another checksum); copy the"
            + " file again");
  }

  @Test
  void everyDamageOfAFileIsToldInOneLineOrDoesNoHarm() throws IOException {
    var file = write("train.parquet", 0, 2);
    var bytes = Files.readAllBytes(file);
    for (int at = 0; at < bytes.length; at++) {
      var damaged = bytes.clone();
      damaged[at] ^= (byte) 0xff;
      Files.write(file, damaged);
      try {
        var pairs = open(USUAL, "train");
        IntStream.range(0, pairs.size()).forEach(pairs::read);
      } catch (InvalidInputException e) {
        assertThat(e).message().as("byte %d", at).startsWith(file.toString()).doesNotContain("\n");
      }
    }
  }

  @Test
  void aFileThatIsWrittenWhileItIsUsedIsNamed() throws IOException {
    var file =
        SmallParquet.of(CompressionCodec.UNCOMPRESSED, 7, 2, WriterVersion.PARQUET_1_0, false)
            .write(folder.resolve("train.parquet"), COLUMNS, rows(0, 40));
    var pairs = USUAL.open(Optional.of(FileTree.of(folder)), "train");
    write("train.parquet", 0, 3);

    assertThatThrownBy(() -> pairs.read(39))
        .isInstanceOf(InvalidInputException.class)
        .hasMessage(
            file + ": changed while it was in use; leave the data alone until the work is done");
  }
}
