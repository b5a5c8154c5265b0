package io.pix2pix.data.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.junit.jupiter.api.Test;

class TarBlockTest {
  private static byte[] block(TarArchiveEntry entry) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var tar = new TarArchiveOutputStream(bytes, StandardCharsets.UTF_8.name())) {
      tar.setBigNumberMode(TarArchiveOutputStream.BIGNUMBER_STAR);
      tar.putArchiveEntry(entry);
      tar.write(new byte[(int) Math.min(entry.getSize(), 9)]);
      if (entry.getSize() <= 9) {
        tar.closeArchiveEntry();
        tar.finish();
      }
    } catch (IOException e) {
      assertThat(entry.getSize()).as(e.getMessage()).isGreaterThan(9); // it is not written whole
    }
    return Arrays.copyOf(bytes.toByteArray(), TarBlock.LENGTH);
  }

  private static TarArchiveEntry file(String name, long size) {
    var entry = new TarArchiveEntry(name);
    entry.setSize(size);
    return entry;
  }

  @Test
  void aPlainFileHasItsNameAndSize() throws IOException {
    var header = TarBlock.plain(block(file("train/1.png", 9))).orElseThrow();

    assertThat(header.name()).isEqualTo("train/1.png");
    assertThat(header.size()).isEqualTo(9);
    assertThat(header.special()).isEmpty();
  }

  @Test
  void whatIsNotPlainIsLeftToTheLibrary() throws IOException {
    assertThat(TarBlock.plain(block(file("train/", 0)))).isEmpty();
    assertThat(TarBlock.plain(block(file("train/\u5199.png", 9)))).isEmpty();
    assertThat(TarBlock.plain(block(new TarArchiveEntry("a.png", TarConstants.LF_SYMLINK))))
        .isEmpty();
    assertThat(TarBlock.plain(block(file("large.png", 1L << 40)))).isEmpty();
    assertThat(TarBlock.plain(new byte[TarBlock.LENGTH])).isEmpty();
    assertThat(TarBlock.plain(new byte[3])).isEmpty();
  }

  /** But for those between the digits of its sum and the next field. */
  @Test
  void aDamagedHeaderHasNoOtherNameOrSize() throws IOException {
    var block = block(file("train/1.png", 9));
    var whole = TarBlock.plain(block);
    for (int bit = 0; bit < 8 * 300; bit++) {
      var damaged = block.clone();
      damaged[bit / 8] ^= (byte) (1 << bit % 8);

      assertThat(TarBlock.plain(damaged)).as("bit %d", bit).isIn(Optional.empty(), whole);
      if (bit < 8 * 148) {
        assertThat(TarBlock.plain(damaged)).as("bit %d", bit).isEmpty();
      }
    }
  }
}
