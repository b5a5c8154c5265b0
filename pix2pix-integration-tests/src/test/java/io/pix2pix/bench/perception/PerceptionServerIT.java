package io.pix2pix.bench.perception;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.pix2pix.api.error.InvalidInputException;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Several participants, played by a client that speaks as the page does. */
class PerceptionServerIT {
  private static final int PRACTICE = 2;
  private static final int TRIALS = 4;

  @TempDir Path folder;
  private PerceptionServer server;
  private Visitor visitor;

  @BeforeEach
  void serve() throws IOException {
    server = PerceptionServer.start(ServedStudy.in(folder, PRACTICE, TRIALS), "127.0.0.1", 0);
    visitor = new Visitor(URI.create("http://127.0.0.1:" + server.address().getPort()));
  }

  @AfterEach
  void stop() {
    server.close();
  }

  /** Of four participants, some are fooled by an image or more. */
  @Test
  void countsWhatSeveralParticipantsAnswerAfterPractice() throws Exception {
    play(0);
    play(1);
    play(1);
    play(TRIALS);

    var results = PerceptionResults.read(new PerceptionFolder(folder));

    // "first" had participants 1 and 3: (0 + 1) of 8; "second" 2 and 4: (1 + 4) of 8.
    assertThat(results.rows())
        .extracting(
            PerceptionResults.Row::algorithm,
            PerceptionResults.Row::participants,
            PerceptionResults.Row::trials,
            PerceptionResults.Row::labeledReal)
        .containsExactly(tuple("first", 2, 8, 0.125), tuple("second", 2, 8, 0.625));
  }

  @Test
  void tellsWhetherAnAnswerWasRightInPracticeAlone() throws Exception {
    var state = visitor.begin();
    var right = visitor.answer(state, visitor.red(state));
    var wrong = visitor.answer(right.get("next"), Visitor.other(visitor.red(right.get("next"))));
    var silent = visitor.answer(wrong.get("next"), "left");

    assertThat(right.get("right").asBoolean()).isTrue();
    assertThat(wrong.get("right").asBoolean()).isFalse();
    assertThat(silent.get("right").isNull()).isTrue();
  }

  @Test
  void tellsNothingOfAnImageButItself() throws Exception {
    var state = visitor.begin();
    var image =
        visitor.get(
            "/sessions/%s/images/%s"
                .formatted(state.get("session").asString(), state.get("left").asString()));

    assertThat(state.get("left").asString()).matches("[0-9a-f]{32}");
    assertThat(image.headers().firstValue("Cache-Control")).contains("no-store");
    assertThat(image.headers().map().keySet())
        .noneMatch(name -> name.equalsIgnoreCase("Last-Modified") || name.equalsIgnoreCase("ETag"));
    assertThat(new String(visitor.get("/").body(), UTF_8))
        .doesNotContain("first\"", ".jpg", "http:");
  }

  @Test
  void showsOnlyTheImagesOfTheTrialThatIsDue() throws Exception {
    var state = visitor.begin();
    var path = "/sessions/%s/images/%s";
    var session = state.get("session").asString();
    var later = visitor.answer(state, "left").get("next");

    assertThat(visitor.get(path.formatted(session, state.get("left").asString())).statusCode())
        .isEqualTo(404);
    assertThat(visitor.get(path.formatted(session, later.get("left").asString())).statusCode())
        .isEqualTo(200);
    assertThat(visitor.get(path.formatted("0", later.get("left").asString())).statusCode())
        .isEqualTo(404);
  }

  @Test
  void takesEachTrialInItsTurn() throws Exception {
    var session = visitor.begin().get("session").asString();

    assertThat(visitor.post("/sessions/" + session + "/answers/1/left").statusCode())
        .isEqualTo(404);
    assertThat(visitor.post("/sessions/" + session + "/answers/0/up").statusCode()).isEqualTo(404);
    assertThat(visitor.post("/sessions/nobody/answers/0/left").statusCode()).isEqualTo(404);
    // No path at all, which the library refuses before a route is looked for.
    assertThat(visitor.get("/../answers.sqlite").statusCode()).isEqualTo(400);
  }

  @Test
  void goesOnWithASessionAfterItWasStoppedAndStartedAnew() throws Exception {
    var state = visitor.begin();
    var next = visitor.answer(state, "left").get("next");
    stop();
    serve();

    var found = Visitor.json(visitor.get("/sessions/" + state.get("session").asString()));

    assertThat(found).isEqualTo(next);
    assertThat(found.get("trial").asInt()).isEqualTo(1);
  }

  /** Two may share a machine: whoever runs the study is told, and the session counts. */
  @Test
  void tellsWhichSessionsMayBeOfOneParticipant() throws Exception {
    var first = visitor.post("/sessions");
    var cookie = first.headers().firstValue("Set-Cookie").orElseThrow();
    visitor.post("/sessions", cookie.replaceAll(";.*", ""));
    visitor.begin();

    assertThat(cookie).contains("HttpOnly", "SameSite=Strict");
    assertThat(RepeatedVisit.read(new PerceptionFolder(folder)))
        .containsExactly(new RepeatedVisit(2, 1, true), new RepeatedVisit(3, 1, false));
  }

  @Test
  void beginsNoSessionsWithoutEnd() throws Exception {
    for (int i = 0; i < Visits.MOST_UNANSWERED; i++) {
      visitor.begin();
    }

    assertThat(visitor.post("/sessions").statusCode()).isEqualTo(429);
  }

  @Test
  void refusesAnswersThatAPageOfElsewhereSends() throws Exception {
    assertThat(visitor.postFrom("http://evil.example", "/sessions").statusCode()).isEqualTo(403);
    assertThat(visitor.postFrom(visitor.address().toString(), "/sessions").statusCode())
        .isEqualTo(200);
  }

  @Test
  void refusesAPortInUse() throws IOException {
    var study = ServedStudy.in(folder, PRACTICE, TRIALS);
    int port = server.address().getPort();

    assertThatThrownBy(() -> PerceptionServer.start(study, "127.0.0.1", port))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("--port " + port + ": cannot be listened at");
  }

  /** Plays a whole session, in which the first trials that count fool the participant. */
  private void play(int fooled) throws Exception {
    JsonNode state = visitor.begin();
    while (state.get("trial").asInt() < PRACTICE + TRIALS) {
      var red = visitor.red(state);
      int counted = state.get("trial").asInt() - PRACTICE;
      // Practice is answered wrongly: it must not count.
      state = visitor.answer(state, counted < fooled ? Visitor.other(red) : red).get("next");
    }
  }
}
