package io.pix2pix.bench.perception;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.pix2pix.api.error.InvalidInputException;
import io.pix2pix.bench.perception.KeptAnswers.Participant;
import io.pix2pix.bench.perception.ParticipantSessions.ParticipantSession;
import io.pix2pix.bench.perception.Protocol.ScreenSide;
import io.pix2pix.bench.perception.Protocol.Trial;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AnswersTest {
  private static final ImmutableList<String> TWO = ImmutableList.of("a", "b");
  private static final Trial PRACTICE = new Trial(0, true, 1, 2, ScreenSide.LEFT);
  private static final Trial TRIAL = new Trial(1, false, 3, 4, ScreenSide.RIGHT);
  private static final Answers.Names NAMES = new Answers.Names("1.png", "2.png");

  @TempDir Path folder;

  @Test
  void givesEachAlgorithmAsManySessions() {
    try (var answers = open()) {
      var algorithms =
          ImmutableList.of(answers.begin(TWO), answers.begin(TWO), answers.begin(TWO)).stream()
              .map(ParticipantSession::algorithm);
      assertThat(algorithms).containsExactly("a", "b", "a");
    }
  }

  /** The first connection is never closed: its process might have been killed. */
  @Test
  @SuppressWarnings("MustBeClosedChecker")
  void losesNoAnswerInACrash() {
    var killed = open();
    var session = killed.begin(TWO);
    killed.add(session, PRACTICE, NAMES, true);
    killed.add(session, TRIAL, NAMES, true);

    try (var answers = open()) {
      assertThat(answers.participants()).containsExactly(new Participant("a", 1, 1));
      assertThat(answers.find(session.token()).orElseThrow().answered()).isEqualTo(2);
    }
    killed.close();
  }

  @Test
  void letsTheFirstAnswerToATrialStand() {
    try (var answers = open()) {
      var session = answers.begin(TWO);
      answers.add(session, TRIAL, NAMES, false);
      answers.add(session, TRIAL, NAMES, true);

      assertThat(answers.participants()).containsExactly(new Participant("a", 1, 0));
    }
  }

  @Test
  void leavesPracticeOut() {
    try (var answers = open()) {
      answers.add(answers.begin(TWO), PRACTICE, NAMES, true);

      assertThat(answers.participants()).isEmpty();
    }
  }

  @Test
  void tellsOfOneSessionWhatItTellsOfAll() {
    try (var answers = open()) {
      answers.visited(1, "a browser", "an address");
      answers.visited(2, "another", "an address");
      answers.visited(3, "a browser", "another");

      var second = new RepeatedVisit(2, 1, false);
      var third = new RepeatedVisit(3, 1, true);
      assertThat(answers.repeated()).containsExactly(second, third);
      assertThat(answers.repeated(1)).isEmpty();
      assertThat(answers.repeated(2)).contains(second);
      assertThat(answers.repeated(3)).contains(third);
    }
  }

  @Test
  void refusesAnswersUnderOtherSettings() {
    try (var answers = open()) {
      answers.keep(ImmutableMap.of("trials", "40"));
      answers.keep(ImmutableMap.of("trials", "40", "order", "1"));

      assertThatThrownBy(() -> answers.keep(ImmutableMap.of("trials", "20")))
          .isInstanceOf(InvalidInputException.class)
          .hasMessageContaining("trials = 40, not 20; give another --folder");
    }
  }

  @Test
  void refusesAFileThatIsNoDatabase() throws IOException {
    Files.writeString(folder.resolve("answers.sqlite"), "a,b\n".repeat(1000));

    assertThatThrownBy(this::open)
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("answers.sqlite: cannot be used");
  }

  private Answers open() {
    return Answers.open(new PerceptionFolder(folder));
  }
}
