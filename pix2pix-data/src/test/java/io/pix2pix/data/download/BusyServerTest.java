package io.pix2pix.data.download;

import static org.assertj.core.api.Assertions.assertThat;

import io.pix2pix.api.progress.ProgressListener;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BusyServerTest {
  @TempDir Path folder;

  @Test
  void isAskedAgainAndTheDownloadGoesOn() throws Exception {
    try (var server = new ArchiveServer(Archives.sound(2))) {
      server.refusals.add(503);
      server.breaks.add(100_000);
      server.refusals.add(429);
      var notes = new ArrayList<String>();
      var persistence = new Persistence(Duration.ofSeconds(5), Duration.ofMillis(1), 3);

      new Download(server.address(), folder.resolve("data"), Optional.empty(), persistence)
          .run(ProgressListener.NONE, notes::add);

      assertThat(folder.resolve("data")).isDirectory();
      assertThat(server.asked).hasSize(4);
      assertThat(server.asked.get(3)).startsWith("bytes=100000-");
      assertThat(notes).isEmpty();
    }
  }
}
