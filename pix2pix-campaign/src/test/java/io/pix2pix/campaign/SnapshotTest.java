package io.pix2pix.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import io.pix2pix.train.run.StoredChecksum;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SnapshotTest {
  private static final Command COMMAND =
      new Command("any", ImmutableList.of(), ImmutableList.of("out"));

  @TempDir Path root;
  private Workplace workplace;
  private Path file;
  private Path checksum;
  private Snapshot before;

  @BeforeEach
  void write() throws IOException {
    workplace = new Workplace(root);
    file = Files.createDirectories(workplace.home().resolve("out")).resolve("values.csv");
    checksum = file.resolveSibling(".checksums").resolve("values.csv");
    new StoredChecksum(file).write("1,2\n");
    before = now();
  }

  @Test
  void whatStandsBehindAChecksumThatFitsIsNoDifference() throws IOException {
    Files.writeString(checksum, "other things", StandardOpenOption.APPEND);

    assertThat(before.differences(now())).isEmpty();
  }

  @Test
  void aChecksumThatIsGoneIsNoDifference() throws IOException {
    Files.delete(checksum);

    assertThat(before.differences(now())).isEmpty();
  }

  @Test
  void aChecksumThatDoesNotFitIsOne() throws IOException {
    Files.writeString(checksum, "4 crc32c 00000000\n");

    assertThat(before.differences(now())).containsExactly("other out/.checksums/values.csv");
  }

  @Test
  void otherValuesAreOne() throws IOException {
    Files.writeString(file, "1,3\n");

    assertThat(before.differences(now())).contains("other out/values.csv");
  }

  private Snapshot now() {
    return Snapshot.of(workplace, COMMAND);
  }
}
