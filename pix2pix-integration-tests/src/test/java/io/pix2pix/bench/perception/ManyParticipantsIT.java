package io.pix2pix.bench.perception;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.pix2pix.testing.ManyThreads;
import java.net.URI;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Participants who play at the same time. */
class ManyParticipantsIT {
  private static final int PARTICIPANTS = 24;
  private static final int TRIALS = 4;

  @TempDir Path folder;

  /** Each takes what is red for the generated image, and sends every answer twice. */
  @Test
  void everyAnswerOfEveryoneCountsOnce() throws Exception {
    var study = ServedStudy.in(folder, 1, TRIALS);
    try (var server = PerceptionServer.start(study, "127.0.0.1", 0)) {
      var visitor = new Visitor(URI.create("http://127.0.0.1:" + server.address().getPort()));

      var sessions = ManyThreads.results(PARTICIPANTS, i -> play(visitor));

      assertThat(sessions).doesNotHaveDuplicates();
    }
    assertThat(PerceptionResults.read(new PerceptionFolder(folder)).rows())
        .extracting(
            PerceptionResults.Row::algorithm,
            PerceptionResults.Row::participants,
            PerceptionResults.Row::trials,
            PerceptionResults.Row::labeledReal)
        .containsExactly(
            tuple("first", PARTICIPANTS / 2, PARTICIPANTS / 2 * TRIALS, 0.0),
            tuple("second", PARTICIPANTS / 2, PARTICIPANTS / 2 * TRIALS, 0.0));
  }

  private static String play(Visitor visitor) throws Exception {
    var state = visitor.begin();
    while (state.get("trial").asInt() < state.get("trials").asInt()) {
      var side = visitor.red(state);
      var next = visitor.answer(state, side).get("next");
      assertThat(visitor.answer(state, side).get("next")).isEqualTo(next);
      state = next;
    }
    return state.get("session").asString();
  }
}
