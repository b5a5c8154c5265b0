package io.pix2pix.train.run;

import static io.pix2pix.train.run.ProvenanceFixture.START;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableList;
import io.pix2pix.api.error.InvalidInputException;
import io.pix2pix.train.run.RunProgress.State;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunPageTest {
  @TempDir Path folder;
  private RunFolder run;

  @BeforeEach
  void makeARun() throws IOException {
    run = RunFolder.create(folder, "<b>run & co", made -> {});
    Files.writeString(run.experiment(), "name: \"<script>alert('x')</script>\"\n");
    ProvenanceFixture.provenance().write(run);
  }

  @Test
  void showsARunThatHasJustBegun() throws IOException {
    assertThat(page())
        .contains("step <b>0</b> of 80,000")
        .contains("chip training")
        .contains("appear here with the first samples")
        .contains("appear here after the second step")
        .contains("location.reload()")
        .doesNotContain("Metrics")
        .doesNotContain("<img");
  }

  @Test
  void showsTheNewestSampleLargeAndAllInTheStrip() throws IOException {
    for (var name : ImmutableList.of("step-000500.png", "step-001000.png", "step-1000000.png")) {
      Files.createFile(run.samples().resolve(name));
    }
    Files.createFile(run.samples().resolve(".step-001500.png.part"));

    assertThat(page())
        .contains("<img id=\"large\" src=\"./samples/step-1000000.png\"")
        .containsSubsequence("data-step=\"1,000,000\"", "data-step=\"1,000\"", "data-step=\"500\"")
        .doesNotContain("1500");
  }

  @Test
  void showsLossesMetricsAndProvenance() throws IOException {
    try (var log = LossLog.open(run.losses(), ImmutableList.of("generator.l1"), 0)) {
      log.add(1, 0.5f);
      log.add(2, 0.25f);
    }
    Files.writeString(run.metrics(), "split,l1\ntest,0.157\n");

    assertThat(page())
        .contains("<svg", "generator · l1", "0.2500")
        .contains("<th>split</th><th>l1</th>", "<td>test</td><td>0.157</td>")
        .contains("192x256x3 → 192x256x3", "0123456789abcdef, with changes", "Quick Processor");
  }

  @Test
  void showsARunThatIsDone() throws IOException {
    var provenance = ProvenanceFixture.provenance();
    provenance
        .with(
            provenance
                .progress()
                .at(State.FINISHED, 80_000, Duration.ofMinutes(62), START.plusSeconds(4000)))
        .write(run);

    assertThat(page())
        .contains("chip finished", "width: 100%", "1 h 02 min", "2026-03-01 10:36 UTC")
        .doesNotContain("location.reload()");
  }

  @Test
  void escapesWhateverComesFromOutside() throws IOException {
    assertThat(page())
        .contains("<h1>&lt;b&gt;run &amp; co</h1>")
        .contains("&lt;script&gt;alert(")
        .contains("/data/&lt;facades&gt;")
        .doesNotContain("<script>alert");
  }

  @Test
  void needsNoNetwork() throws IOException {
    assertThat(page()).doesNotContain("http:", "https:");
  }

  @Test
  void namesWhatIsMissing() throws IOException {
    Files.delete(run.experiment());

    assertThatThrownBy(() -> RunPage.write(run))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageStartingWith(run.experiment() + ": cannot be read");
  }

  private String page() throws IOException {
    RunPage.write(run);
    return Files.readString(run.page());
  }
}
