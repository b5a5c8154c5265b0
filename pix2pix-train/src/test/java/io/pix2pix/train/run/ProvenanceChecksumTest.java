package io.pix2pix.train.run;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProvenanceChecksumTest {
  @TempDir private Path folder;

  @Test
  void everyBitOfTheFileCounts() throws IOException {
    var run = RunFolder.create(folder, "run", made -> {});
    ProvenanceFixture.provenance().withExperiment("name: a\n").write(run);
    var bytes = Files.readAllBytes(run.provenance());

    assertThat(ProvenanceChecksum.holds(new String(bytes, UTF_8))).isTrue();
    for (int bit = 0; bit < bytes.length * Byte.SIZE; bit++) {
      bytes[bit / Byte.SIZE] ^= (byte) (1 << bit % Byte.SIZE);
      assertThat(ProvenanceChecksum.holds(new String(bytes, UTF_8))).as("bit %d", bit).isFalse();
      bytes[bit / Byte.SIZE] ^= (byte) (1 << bit % Byte.SIZE);
    }
  }

  @Test
  void whatIsCutHasNone() {
    var sealed = ProvenanceChecksum.sealed("{\n  \"software\" : {}\n}");

    assertThat(ProvenanceChecksum.holds(sealed)).isTrue();
    for (int length = 0; length < sealed.length(); length++) {
      assertThat(ProvenanceChecksum.holds(sealed.substring(0, length))).as("%d", length).isFalse();
    }
  }

  @Test
  void standsFirstAndCoversWhatComesAfterIt() {
    // printf '{\n  "checksum" : "%s",\n  "software" : {}\n}' (64 dashes) | sha256sum
    assertThat(ProvenanceChecksum.sealed("{\n  \"software\" : {}\n}"))
        .isEqualTo(
            """
            {
              "checksum" : "7cd58e0d7f5feb849a0e8c84a4db17e5abc49e8d1093970082b0ca4086c58331",
              "software" : {}
            }\
            """);
  }

  @Test
  void filesFromBeforeThereWasOneHoldWithout() {
    assertThat(ProvenanceChecksum.holds("{\n  \"software\" : {}\n}")).isTrue();
    assertThat(ProvenanceChecksum.holds("{\n  \"checksun\" : \"\",\n  \"software\" : {}\n}"))
        .isFalse();
  }
}
