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
                "--damages=24",
                "--halts=12",
                "--disks=16",
                "--kills=4",
                "--seed=1",
                "--minutes=3",
                "--folder=" + folder);

    assertThat(code).isZero();
  }
}
