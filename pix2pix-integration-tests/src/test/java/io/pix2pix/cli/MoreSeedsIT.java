package io.pix2pix.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.pix2pix.bench.study.result.CellState;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** Seeds that are added to a study that was done. */
class MoreSeedsIT extends CopiedStudy {

  @Test
  void aSeedThatIsAddedIsDoneAloneAndTheOthersAreTakenOver() throws IOException {
    copyWhatWasDone();
    var checkpoint = checkpoint();
    var metrics = metrics();

    var answer = study(STUDY.replace("seeds: [1, 2]", "seeds: 3"));

    assertThat(answer.out())
        .contains("Taken over: 4 cells of seeds 1, 2, which are done; to do: 2 cells of seed 3")
        .contains("2 of 6 cells to go", "6 of 6 cells are done")
        .doesNotContain("Begun: l1-seed-1");
    assertThat(checkpoint()).isEqualTo(checkpoint);
    assertThat(metrics()).isEqualTo(metrics);
    assertThat(state().cells()).hasSize(6).allMatch(cell -> cell.state() == CellState.State.DONE);
  }

  @Test
  void theReportHasTheMeansOfAllSeeds() throws IOException {
    copyWhatWasDone();
    study(STUDY, "--seeds", "1,2,7");

    pix2pix.run("report", home().toString());

    assertThat(home().resolve("report/table.csv"))
        .content()
        .containsPattern("L1,all,l1,.*,3,") // seeds
        .containsPattern("L1 \\+ cGAN,7,psnr,");
  }

  @Test
  void seedsOfTheCommandLineAreThoseOfSet() throws IOException {
    copyWhatWasDone();

    assertThat(study(STUDY, "--seeds", "3", "--dry-run").out()).contains("for seeds 1, 2, 3");
    assertThat(study(STUDY, "--set", "seeds=[1, 5]", "--dry-run").out()).contains("seeds 1, 5");
    assertThat(study(STUDY, "--set", "seeds=[5]", "--dry-run").out()).contains("for seed 5");
  }

  @Test
  void seedsThatAreNoneAreRefused() {
    for (var wrong : new String[] {"", "0", "x", "1,,2", "[]", "1.5", "99999999999"}) {
      study(STUDY, "--seeds", wrong).refuses(1, "seeds=" + wrong + ": must be how many");
    }
    study(STUDY, "--seeds", "2,2").refuses(1, "seeds=2,2: names a seed twice");
    study(STUDY, "--seeds", "9000").refuses(1, "makes 18,000 cells; a study has at most 10,000");
    assertThat(home()).doesNotExist();
  }

  @Test
  void seedsThatAreNamedNoLongerAreToldAndTheirRunsStay() throws IOException {
    copyWhatWasDone();

    var fewer =
        pix2pix.runWithLog(
            "study",
            file(pix2pix, STUDY).toString(),
            "--seeds",
            "1",
            "--runs",
            pix2pix.runs().toString());

    assertThat(fewer.err())
        .contains("2 cells were done before, but the study names them no longer")
        .contains("cells/l1-seed-2, cells/l1-cgan-seed-2");
    assertThat(home().resolve("cells/l1-seed-2/metrics.csv")).exists();
    assertThat(study(STUDY).out()).contains("2 of 4 cells to go");
  }

  @Test
  void withMoreSeedsAnotherExperimentIsStillRefused() throws IOException {
    copyWhatWasDone();

    study(STUDY.replace("losses: [l1]", "losses: [l2]"), "--seeds", "3")
        .refuses(1, "l1-seed-1: has another experiment: losses.0.name was l1, not l2");
  }
}
