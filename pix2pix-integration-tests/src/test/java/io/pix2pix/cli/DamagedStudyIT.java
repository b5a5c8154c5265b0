package io.pix2pix.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.io.MoreFiles;
import com.google.common.io.RecursiveDeleteOption;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What studies and their reports say of files that are damaged, missing or others. */
class DamagedStudyIT extends CopiedStudy {
  @Test
  void cellsWhoseValuesOrPicturesAreDamagedAreMeasuredAnewWithoutTrainingAgain()
      throws IOException {
    copyWhatWasDone();
    var checkpoint = checkpoint();
    var values = home().resolve("cells/l1-seed-1/metrics.csv");
    var written = Files.readString(values);
    Files.writeString(values, written.replaceFirst(",l1,[0-9]", ",l1,9"));
    var picture = home().resolve("cells/l1-cgan-seed-1/translated/" + state().pictures().get(0));
    var drawn = Files.readAllBytes(picture);
    Files.write(picture, Arrays.copyOf(drawn, drawn.length / 2));

    var answer = study(STUDY);

    assertThat(answer.out()).contains("2 of 4 cells to go", "4 of 4 cells are done");
    assertThat(values).hasContent(written);
    assertThat(picture).hasBinaryContent(drawn);
    assertThat(checkpoint()).isEqualTo(checkpoint);
  }

  @Test
  void aHalfWrittenRunIsRefusedUnlessItIsToBeDoneAnew() throws IOException {
    copyWhatWasDone();
    Files.delete(home().resolve("cells/l1-seed-1/run.json"));

    study(STUDY).refuses(1, "l1-seed-1: is half-written or damaged", "--again does such cells");
    assertThat(study(STUDY, "--again").out()).contains("1 of 4 cells to go");
  }

  @Test
  void aPictureThatIsAnotherThanWasWrittenIsTranslatedAnew() throws IOException {
    copyWhatWasDone();
    var picture = home().resolve("cells/l1-cgan-seed-1/translated/" + state().pictures().get(0));
    var drawn = Files.readAllBytes(picture);
    Files.write(
        picture, Files.readAllBytes(home().resolve("pictures/input/" + state().pictures().get(0))));

    var report = pix2pix.runWithLog("report", home().toString());
    var answer = study(STUDY);

    assertThat(report.err())
        .contains(picture + ": is not what pix2pix wrote", "it is shown as it is");
    assertThat(answer.out()).contains("1 of 4 cells to go");
    assertThat(picture).hasBinaryContent(drawn);
  }

  @Test
  void aLostCheckpointIsToldAndTheCellDoneAnewOnlyIfThatIsWanted() throws IOException {
    copyWhatWasDone();
    var missing = home().resolve("cells/l1-seed-1/checkpoints/step-00000008.safetensors");
    var damaged = home().resolve("cells/l1-seed-2/checkpoints/step-00000008.safetensors");
    var trained = Files.readAllBytes(missing);
    Files.delete(missing);
    flipLastBit(damaged);

    var answer = studyWithLog(STUDY);
    var again = study(STUDY, "--again");

    assertThat(answer.out()).contains("0 of 4 cells to go");
    assertThat(answer.err())
        .contains("cells/l1-seed-1: has no whole checkpoint of its last step, 8; its values and")
        .contains("cells/l1-seed-2: has no whole checkpoint of its last step, 8; its values and")
        .contains("--again does the cell anew");
    assertThat(again.out()).contains("2 of 4 cells to go");
    assertThat(missing).hasBinaryContent(trained);
  }

  private static void flipLastBit(Path file) throws IOException {
    var bytes = Files.readAllBytes(file);
    bytes[bytes.length - 1] ^= 1;
    Files.write(file, bytes);
  }

  @Test
  void statisticsThatAreMissingOrOfAnotherRunAreTold() throws IOException {
    copyWhatWasDone();
    var missing = statistics("l1-seed-1");
    var other = statistics("l1-seed-2");
    Files.delete(missing);
    Files.copy(statistics("l1-cgan-seed-1"), other, StandardCopyOption.REPLACE_EXISTING);

    var report = pix2pix.runWithLog("report", home().toString());

    assertThat(report.code()).isZero();
    assertThat(report.err())
        .contains(missing + ": ")
        .contains(
            other
                + ": does not go with "
                + other.getFileName().toString().replace("safetensors", "csv")
                + "; values are shown without what follows from it")
        .doesNotContain(statistics("l1-cgan-seed-1").toString());
  }

  @Test
  void aTableOfImagesThatIsMissingIsTold() throws IOException {
    copyWhatWasDone();
    var table =
        statistics("l1-seed-1")
            .resolveSibling(
                statistics("l1-seed-1").getFileName().toString().replace("safetensors", "csv"));
    Files.delete(table);

    var report = pix2pix.runWithLog("report", home().toString());

    assertThat(report.err()).contains(table + ": is missing; values are shown without");
  }

  @Test
  void valuesThatAreMissingAreTold() throws IOException {
    copyWhatWasDone();
    var values = home().resolve("cells/l1-seed-1/metrics.csv");
    Files.delete(values);

    var report = pix2pix.runWithLog("report", home().toString());

    assertThat(report.err()).contains(values + ": is missing; there are no values to show");
  }

  @Test
  void aRecordThatChangedIsToldOnceByEachCommand() throws IOException {
    copyWhatWasDone();
    var record = home().resolve("cells/l1-seed-1/run.json");
    var written = Files.readString(record);
    Files.writeString(record, written.replaceFirst("\"processors\" : ", "\"processors\" : 1"));

    var study = studyWithLog(STUDY);
    var report = pix2pix.runWithLog("report", home().toString());
    var again = pix2pix.runWithLog("report", home().toString());

    for (var answer : List.of(study, report, again)) {
      assertThat(answer.err()).containsOnlyOnce(record + ": is not what the run wrote");
    }
  }

  @Test
  void aCellThatIsRemovedWhileTheStudyGoesOnIsTold() throws IOException {
    copyWhatWasDone();
    remove(home().resolve("cells/l1-cgan-seed-2"));
    var gone = home().resolve("cells/l1-seed-1");
    var out =
        new StringWriter() {
          @Override
          public void write(String text, int from, int length) {
            super.write(text, from, length);
            if (text.startsWith("Begun: l1-cgan-seed-2")) {
              remove(gone);
            }
          }
        };

    int code = studyThatSays(out);
    var again = study(STUDY);

    assertThat(code).isOne();
    assertThat(out.toString())
        .contains(
            "3 of 4 cells are done",
            "Failed: cells/l1-seed-1: %s: was removed or renamed while the study".formatted(gone));
    assertThat(again.out()).contains("1 of 4 cells to go", "4 of 4 cells are done");
    assertThat(gone.resolve("metrics.csv")).isNotEmptyFile();
  }

  private int studyThatSays(StringWriter out) {
    var arguments =
        new String[] {
          "study", file(pix2pix, STUDY).toString(), "--runs", pix2pix.runs().toString()
        };
    return WatchedCommand.run(
        () -> Main.run(new PrintWriter(out), new PrintWriter(new StringWriter()), arguments),
        arguments);
  }

  private static void remove(Path folder) {
    try {
      MoreFiles.deleteRecursively(folder, RecursiveDeleteOption.ALLOW_INSECURE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Path statistics(String cell) {
    return home()
        .resolve("cells")
        .resolve(cell)
        .resolve("evaluations/test-step-00000008-trained-batch-noise-on.safetensors");
  }

  private Pix2Pix.Answer studyWithLog(String text) {
    return pix2pix.runWithLog(
        "study", file(pix2pix, text).toString(), "--runs", pix2pix.runs().toString());
  }
}
