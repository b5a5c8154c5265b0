package io.pix2pix.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StudioIT {
  @TempDir static Path home;
  private static Pix2Pix pix2pix;
  private static String run;

  @BeforeAll
  static void train() {
    pix2pix = new Pix2Pix(home);
    run = pix2pix.trained("run").toString();
  }

  @Test
  void isACommandAmongTheOthers() {
    assertThat(pix2pix.run("--help").out()).contains("  studio ");
    assertThat(pix2pix.run("studio", "--help").out()).contains("pix2pix studio runs/demo --open");
  }

  @Test
  void refusesAPortInUse() throws IOException {
    try (var taken = new ServerSocket(0)) {
      pix2pix
          .run("studio", run, "--port", "" + taken.getLocalPort())
          .refuses(1, "cannot be listened at", "give another port");
    }
    pix2pix.run("studio", run, "--port", "65536").refuses(1, "must be from 0 to 65535");
  }

  @Test
  void refusesWhatIsNoRun() throws IOException {
    var empty = Files.createDirectories(home.resolve("empty")).toString();

    pix2pix.run("studio", empty).refuses(1, "is no run and holds none");
    pix2pix.run("studio", empty + "/none").refuses(1, "is not a folder");
    pix2pix.run("studio", run, "--data", empty + "/none").refuses(1, "none");
    assertThat(pix2pix.run("studio").code()).isEqualTo(2);
  }
}
