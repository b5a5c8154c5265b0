package io.pix2pix.cli;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.pix2pix.library.Pix2PixLibrary;
import io.pix2pix.train.TrainingListener;
import io.pix2pix.train.run.Arithmetic;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/** Every program that computes says at its start which library computes. */
class ToldArithmeticIT {
  private static final String SENTENCE = Arithmetic.current().sentence();

  @TempDir static Path home;
  private static Pix2Pix pix2pix;
  private static Pix2Pix.Answer training;

  @BeforeAll
  static void train() {
    pix2pix = new Pix2Pix(home);
    training = pix2pix.train("run", "--set", "training.epochs=1");
  }

  @Test
  void trainSaysItFirst() {
    assertThat(training.out()).startsWith(SENTENCE + "\n");
  }

  @Test
  void evaluateSaysItBeforeWhatItMeasured() {
    var answer = pix2pix.run("evaluate", run(), "--metric", "l1");

    assertThat(answer.out()).startsWith(SENTENCE + "\n").contains("split test");
  }

  @Test
  void translateSaysItBeforeWhatItWrote() {
    var sample = run() + "/samples";
    var answer = pix2pix.run("translate", run(), sample, home.resolve("translated").toString());

    assertThat(answer.out()).as(answer.err()).startsWith(SENTENCE + "\n").contains("Wrote ");
  }

  @Test
  void illustrateSaysItBeforeItsResult() {
    var out = home.resolve("illustrated").toString();
    var answer = pix2pix.run("illustrate", "l1", "--size", "16", "--steps", "1", "--out", out);

    assertThat(answer.out()).as(answer.err()).startsWith(SENTENCE + "\n").contains("l1: from");
  }

  /** Asked earlier, the question itself would decide how many threads all sessions have. */
  @Test
  void studySaysItOnceEveryCellIsCheckedAndOnlyOnce() throws Exception {
    var study =
        Files.writeString(
            home.resolve("study.yaml"),
            """
            name: seeds
            title: Two seeds
            base: tiny.yaml
            experiment: {training: {epochs: 1}}
            axes: {losses: {L1: {losses: [l1]}}}
            seeds: [1, 2]
            metrics: [l1]
            """);

    var arguments = new String[] {"study", study.toString(), "--runs", pix2pix.runs().toString()};
    var answer = pix2pix.run(arguments);

    assertThat(answer.out())
        .as(answer.err())
        .containsOnlyOnce(SENTENCE)
        .containsSubsequence("Checking the data", SENTENCE, "2 of 2 cells to go", "Begun: ");
    assertThat(pix2pix.run("study", study.toString(), "--dry-run").out())
        .containsSubsequence("Measuring a step", SENTENCE, "Measured: l1");
  }

  @Test
  void theLibraryLogsItWithoutACommandLine() throws Exception {
    var library = Pix2PixLibrary.load();
    var experiment = library.experiment(pix2pix.experiment(), "name=logged", "training.epochs=1");
    var root = (Logger) LoggerFactory.getLogger("io.pix2pix");
    var before = root.getLevel();
    var logged = new ListAppender<ILoggingEvent>();
    logged.start();
    root.setLevel(Level.INFO);
    root.addAppender(logged);
    try {
      var run = library.train(experiment, Optional.empty(), pix2pix.runs(), TrainingListener.NONE);
      assertThat(logged.list).extracting(ILoggingEvent::getFormattedMessage).contains(SENTENCE);

      logged.list.clear();
      library.evaluate(run, "test", "l1");
      assertThat(logged.list).extracting(ILoggingEvent::getFormattedMessage).contains(SENTENCE);
    } finally {
      root.detachAppender(logged);
      root.setLevel(before);
    }
  }

  private static String run() {
    return pix2pix.runs().resolve("run").toString();
  }
}
