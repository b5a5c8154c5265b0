package io.pix2pix.train.run;

import static io.pix2pix.train.run.ProvenanceFixture.START;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pix2pix.api.data.Coverage;
import io.pix2pix.api.data.DataChecksum;
import io.pix2pix.api.error.InvalidInputException;
import io.pix2pix.train.run.RunProgress.State;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProvenanceTest {
  @TempDir Path folder;
  private RunFolder run;

  @BeforeEach
  void makeARun() {
    run = RunFolder.create(folder, "run", made -> {});
  }

  @Test
  void readsBackWhatWasWritten() {
    var begun = ProvenanceFixture.provenance();
    begun.write(run);
    assertThat(Provenance.read(run)).isEqualTo(begun);

    var end = START.plusSeconds(90);
    var done =
        begun.with(begun.progress().at(State.FINISHED, 80_000, Duration.ofMillis(88_500), end));
    done.write(run);
    assertThat(Provenance.read(run)).isEqualTo(done);
    assertThat(done.progress().finished()).contains(end);
  }

  @Test
  void tellsWhenTheDataChanged() {
    var begun = ProvenanceFixture.provenance();
    var now =
        Provenance.Data.of(Optional.empty(), begun.data().checksum(), 399, begun.data().shape())
            .without(List.of("7.png: the image is damaged"));

    var changed = begun.changed(now, 40, START);
    changed.write(run);

    assertThat(Provenance.read(run)).isEqualTo(changed);
    assertThat(changed.data().pairs()).isEqualTo(399);
    assertThat(changed.dataChanges())
        .containsExactly(new Provenance.DataChange(40, START, begun.data()));
  }

  @Test
  void readsBackWhatHasNoOptionalValues() {
    var full = ProvenanceFixture.provenance();
    var bare =
        new Provenance(
            full.software(),
            new Machine("Linux", "amd64", 2, Optional.empty()),
            Optional.empty(),
            Optional.empty(),
            Provenance.Data.of(Optional.empty(), full.data().checksum(), 400, full.data().shape()),
            7,
            full.progress(),
            List.of());

    bare.write(run);

    assertThat(Provenance.read(run)).isEqualTo(bare);
  }

  @Test
  void readsWhatWasWrittenBeforeRunsToldTheirArithmetic() throws IOException {
    ProvenanceFixture.provenance().write(run);
    var older = Files.readString(run.provenance()).replaceAll("\"arithmetic\" : \\{[^}]*\\},", "");
    Files.writeString(run.provenance(), older);

    assertThat(older).doesNotContain("oneDNN");
    assertThat(Provenance.read(run).arithmetic()).isEmpty();
  }

  @Test
  void isReadableByPeople() throws IOException {
    ProvenanceFixture.provenance().write(run);

    assertThat(Files.readString(run.provenance()))
        .contains("\n  \"seed\" : 7,\n")
        .contains("\"of\" : \"names, sizes and 64 files\"")
        .contains("\"state\" : \"training\"")
        .contains("\"started\" : \"2026-03-01T09:30:00Z\"");
  }

  @Test
  void leavesOutWhatANewerVersionWrote() throws IOException {
    ProvenanceFixture.provenance().write(run);
    var newer =
        Files.readString(run.provenance()).replace("\"seed\" : 7", "\"hosts\" : [1], \"seed\" : 7");
    Files.writeString(run.provenance(), newer);

    assertThat(Provenance.read(run)).isEqualTo(ProvenanceFixture.provenance());
  }

  @Test
  void readsRunsFromBeforeWeightsCouldBeImported() throws IOException {
    ProvenanceFixture.provenance().write(run);
    var older = Files.readString(run.provenance()).replace("\"imported\"", "\"unknown\"");
    Files.writeString(run.provenance(), older);

    assertThat(Provenance.read(run)).isEqualTo(ProvenanceFixture.provenance());
  }

  @Test
  void readsRunsFromBeforeASampleOfTheDataWasEnough() throws IOException {
    ProvenanceFixture.provenance().write(run);
    var older =
        Files.readString(run.provenance())
            .replaceAll("(?s)\"checksum\" : \\{.*?\\}", "\"checksum\" : \"9f86d0\"");
    Files.writeString(run.provenance(), older);

    assertThat(Provenance.read(run).data().checksum())
        .isEqualTo(DataChecksum.of(Coverage.FULL, "9f86d0"));
  }

  @Test
  void readsRunsFromBeforeTheFileHadAChecksum() throws IOException {
    var begun = ProvenanceFixture.provenance().withExperiment("name: a\n");
    begun.write(run);
    var older =
        Files.readString(run.provenance()).replaceFirst("\\s*\"checksum\" : \"\\w{64}\",", "");
    Files.writeString(run.provenance(), older);

    assertThat(older).startsWith("{\n  \"software\"");
    assertThat(Provenance.read(run)).isEqualTo(begun);
  }

  @Test
  void aDamagedFileIsReadWithoutTheIdentityThatItVouchesFor() throws IOException {
    var begun = ProvenanceFixture.provenance().withExperiment("name: a\n");
    begun.write(run);
    damage("\"processors\" : 2", "\"processors\" : 3");

    var read = Provenance.read(run);

    assertThat(read.machine().processors()).isEqualTo(3);
    assertThat(read.identity()).isEmpty();
    assertThat(read.experiment().map(ExperimentCopy::text)).contains("name: a\n");
    assertThat(read.identified(begun.identity()).identity()).isEqualTo(begun.identity());
  }

  @Test
  void whereTheCopyOfTheExperimentIsDamagedAwayTheIdentityIsThatOfACheckpoint() {
    var bare = ProvenanceFixture.provenance();

    var further = bare.identified(Optional.of("4711")).withExperiment("name: a\n");

    assertThat(further.identity()).contains("4711");
    assertThat(further.experiment().map(ExperimentCopy::text)).contains("name: a\n");
    assertThat(further.identified(Optional.of("other")).identity()).contains("4711");
  }

  @Test
  void keepsADamagedFileBesideTheNewOne() throws IOException {
    var begun = ProvenanceFixture.provenance();
    begun.write(run);
    damage("\"seed\" : 7", "\"seed\" : 3");
    var damaged = Files.readString(run.provenance());

    begun.write(run);
    begun.write(run);

    assertThat(Provenance.read(run)).isEqualTo(begun);
    assertThat(run.path().resolve("run.json.damaged-1")).hasContent(damaged);
    assertThat(run.path().resolve("run.json.damaged-2")).doesNotExist();
  }

  private void damage(String before, String after) throws IOException {
    var whole = Files.readString(run.provenance());
    assertThat(whole).contains(before);
    Files.writeString(run.provenance(), whole.replace(before, after));
  }

  @Test
  void namesADamagedFile() throws IOException {
    Files.writeString(run.provenance(), "{\"seed\" : 7,");

    assertThatThrownBy(() -> Provenance.read(run))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageStartingWith(run.provenance() + ": is damaged (")
        .message()
        .hasLineCount(1);
  }

  @Test
  void namesAMissingFile() {
    assertThatThrownBy(() -> Provenance.read(run))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageStartingWith(run.provenance() + ": is missing");
  }

  @Test
  void keepsTheTimeSpentOverAResume() {
    var stopped =
        ProvenanceFixture.provenance()
            .progress()
            .at(State.STOPPED, 500, Duration.ofSeconds(60), START.plusSeconds(61));

    var resumed = stopped.resumed(400, 90_000, START.plusSeconds(1000));

    assertThat(resumed.state()).isEqualTo(State.TRAINING);
    assertThat(resumed.steps()).isEqualTo(400);
    assertThat(resumed.of()).isEqualTo(90_000);
    assertThat(resumed.spent()).isEqualTo(Duration.ofSeconds(60));
    assertThat(resumed.started()).isEqualTo(START);
  }

  @Test
  void knowsWhereItRuns() {
    var data = ProvenanceFixture.provenance().data();

    var provenance = Provenance.begin(data, 1, 10, START);

    assertThat(provenance.software().tensorflow()).startsWith("2.");
    assertThat(provenance.software().java()).contains(System.getProperty("java.vendor"));
    assertThat(provenance.machine().processors()).isPositive();
    assertThat(provenance.machine().architecture()).isNotBlank();
  }

  @Test
  void makesTheDataFolderAbsolute() {
    var known = ProvenanceFixture.provenance().data();

    var data =
        Provenance.Data.of(Optional.of(Path.of("a/../data")), known.checksum(), 400, known.shape());

    assertThat(data.folder()).contains(Path.of("data").toAbsolutePath().toString());
  }
}
