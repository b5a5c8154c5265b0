package io.pix2pix.train.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.CRC32C;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StoredChecksumTest {
  @TempDir Path folder;
  private Path file;
  private StoredChecksum checksum;

  @BeforeEach
  void place() {
    file = folder.resolve("metrics.csv");
    checksum = new StoredChecksum(file);
  }

  @Test
  void isTheCastagnoliChecksumOfTheText() {
    checksum.write("123456789");

    assertThat(file).hasContent("123456789");
    assertThat(folder.resolve(".checksums/metrics.csv")).hasContent("9 crc32c e3069283\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"l1,0.26", "l1,0.2", "l1,0.255", ""})
  void noticesEveryOtherContent(String content) throws IOException {
    checksum.write("l1,0.25");
    assertThat(checksum.isChanged()).isFalse();

    Files.writeString(file, content);

    assertThat(checksum.isChanged()).isTrue();
  }

  @Test
  void noticesAChecksumThatIsDamaged() throws IOException {
    checksum.write("l1,0.25");

    Files.writeString(folder.resolve(".checksums/metrics.csv"), "\0\0\0");

    assertThat(checksum.isChanged()).isTrue();
  }

  @Test
  void holdsForTheOlderAndForTheNewContentAsAProcessCanBeKilledBetween() throws IOException {
    checksum.write("older");
    checksum.write("newer");
    assertThat(checksum.isChanged()).isFalse();

    Files.writeString(file, "older");
    assertThat(checksum.isChanged()).isFalse();
    checksum.write("newest");

    assertThat(checksum.isChanged()).isFalse();
    assertThat(folder.resolve(".checksums/metrics.csv")).content().hasLineCount(2);
    Files.writeString(file, "newer");
    assertThat(checksum.isChanged()).isTrue();
  }

  @Test
  void aFileThatGrowsIsCheckedAsFarAsItWasNoted() throws IOException {
    var sum = new CRC32C();
    sum.update("step\n1\n".getBytes(StandardCharsets.US_ASCII));
    checksum.note(7, sum);

    Files.writeString(file, "step\n1\n2\n");
    assertThat(checksum.isChanged()).isFalse();
    Files.writeString(file, "step\n3\n2\n");
    assertThat(checksum.isChanged()).isTrue();
    Files.writeString(file, "step\n");
    assertThat(checksum.isChanged()).isTrue();
  }

  @Test
  void knowsNothingOfFilesWithoutAChecksumAndOfMissingOnes() throws IOException {
    assertThat(checksum.isChanged()).isFalse();
    Files.writeString(file, "of an older version");

    assertThat(checksum.isChanged()).isFalse();
  }
}
