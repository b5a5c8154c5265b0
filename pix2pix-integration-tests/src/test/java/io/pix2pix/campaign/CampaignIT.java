package io.pix2pix.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** A sample of the campaign that {@code docs/trust.md} tells of. What fails is printed. */
class CampaignIT {
  @TempDir Path folder;

  @Test
  void noCommandOfASampleFails() {
    int code =
        new CommandLine(new Campaign())
            .execute(
                "--damages=10",
                "--halts=6",
                "--disks=8",
                "--kills=2",
                "--seed=1",
                "--minutes=2",
                "--folder=" + folder);

    assertThat(code).isZero();
  }
}
