package io.pix2pix.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pix2pix.api.error.InvalidInputException;
import io.pix2pix.bench.study.CellListener;
import io.pix2pix.bench.study.result.CellState;
import io.pix2pix.bench.study.result.CellState.State;
import io.pix2pix.campaign.disk.Disk;
import io.pix2pix.campaign.disk.DiskFault;
import io.pix2pix.campaign.disk.DiskMeter;
import io.pix2pix.campaign.disk.VanishingFolder;
import io.pix2pix.train.TrainingListener;
import io.pix2pix.train.run.RunFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Folders that somebody removes at one of the last changes of a command, the very last included.
 */
class VanishedFolderIT {
  private static final int LAST = 6;

  private static final String STUDY =
      """
      name: study
      title: A tiny study
      experiment:
      %s
      axes:
        objective:
          L1: {losses: [l1]}
          cGAN: {}
      seeds: [1]
      metrics: [l1]
      pictures: 1
      """
          .formatted(TinyRuns.NETWORKS);

  @TempDir private Path folder;
  private TinyRuns tiny;

  @BeforeEach
  void place() throws IOException {
    tiny = TinyRuns.in(folder);
    Files.createDirectory(tiny.runs()); // or only the first training would make it
  }

  @AfterEach
  void repair() {
    TinyRuns.repair();
  }

  @Test
  void aRunThatIsGoneIsNotToldToBeDone() throws IOException, InterruptedException {
    var meter = new DiskMeter();
    var whole = new Ends();
    train("whole", meter, whole);
    assertThat(whole.ended).isTrue();

    for (int last = 1; last <= LAST; last++) {
      var run = "run-" + last;
      var fault = new VanishingFolder(tiny.runs().resolve(run), meter.changes() - last);
      var ends = new Ends();

      assertThatThrownBy(() -> train(run, fault, ends))
          .as("at the change %s before the end", last)
          .isInstanceOf(InvalidInputException.class)
          .hasMessageContaining(tiny.runs().resolve(run).toString());
      assertThat(ends.ended).isFalse();
      assertThat(tiny.runs().resolve(run)).doesNotExist();
    }
  }

  private void train(String run, DiskFault fault, TrainingListener listener)
      throws IOException, InterruptedException {
    Disk.arm(tiny.runs(), fault);
    try {
      tiny.train(run, listener);
    } finally {
      Disk.disarm();
    }
  }

  @Test
  void aCellThatIsGoneHasFailedThoughItWasDone() throws IOException, InterruptedException {
    var meter = new DiskMeter();
    assertThat(study("whole", meter)).extracting(CellState::state).containsOnly(State.DONE);

    for (int last = 1; last <= LAST; last++) {
      var runs = "runs-" + last;
      var gone = tiny.home().resolve(runs).resolve("study/cells/l1-seed-1");

      var cells = study(runs, new VanishingFolder(gone, meter.changes() - last));

      assertThat(cells)
          .as("at the change %s before the end", last)
          .extracting(CellState::state)
          .containsExactly(State.FAILED, State.DONE);
      assertThat(cells.get(0).reason().orElse("")).startsWith(gone + ": was removed");
    }
  }

  private List<CellState> study(String runs, DiskFault fault)
      throws IOException, InterruptedException {
    var home = tiny.home().resolve(runs);
    var file = Files.writeString(tiny.home().resolve("study.yaml"), STUDY);
    Disk.arm(home, fault);
    try {
      return tiny.library().study(file, Optional.empty(), home, CellListener.NONE).cells();
    } finally {
      Disk.disarm();
    }
  }

  private static final class Ends implements TrainingListener {
    private boolean ended;

    @Override
    public void ended(RunFolder run, long step) {
      ended = true;
    }
  }
}
