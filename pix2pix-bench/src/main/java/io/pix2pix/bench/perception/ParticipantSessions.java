package io.pix2pix.bench.perception;

import com.google.common.hash.Hashing;
import io.pix2pix.bench.perception.Protocol.ScreenSide;
import io.pix2pix.bench.perception.Protocol.Trial;
import io.pix2pix.bench.perception.Visits.Visit;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;

/** What participants may see and say: the study's rules, whatever carries them. */
final class ParticipantSessions {
  private final PerceptionStudy study;
  private final Answers answers;
  private final Visits visits;

  ParticipantSessions(PerceptionStudy study, Answers answers) {
    this.study = study;
    this.answers = answers;
    this.visits = new Visits(answers);
  }

  /**
   * A new participant. Who may be one that began before is told to whoever runs the study.
   *
   * @return nothing where there are too many sessions, of one address or in all
   */
  Optional<State> begin(Visit visit) {
    return visits.begin(visit, () -> answers.begin(study.names())).map(this::state);
  }

  /** Where a participant has got to, if the token is one. */
  Optional<State> find(String token) {
    return session(token).map(this::state);
  }

  /** An image of the trial that a participant is at; no other one can be had. */
  Optional<Path> image(String token, String address) {
    return session(token).filter(this::unfinished).flatMap(session -> file(session, address));
  }

  /**
   * Takes an answer. An answer to a trial that was answered before changes nothing, so that a
   * browser may send it again.
   *
   * @param generated the image that the participant took for the generated one
   * @return nothing if there is no such session or trial, or its turn has not come
   */
  Optional<Reply> answer(String token, int number, ScreenSide generated) {
    var session = session(token).filter(found -> number >= 0 && number <= found.answered());
    return session
        .filter(found -> number < study.protocol().all())
        .map(found -> answer(found, trial(found, number), generated));
  }

  private Reply answer(ParticipantSession session, Trial trial, ScreenSide generated) {
    boolean right = trial.generatedSide() == generated;
    var pairs = study.pairs();
    var names = new Answers.Names(pairs.name(trial.real()), pairs.name(trial.generated()));
    answers.add(session, trial, names, !right);
    var state = state(session(session.token()).orElseThrow());
    return new Reply(trial.practice() ? Optional.of(right) : Optional.empty(), state);
  }

  /** A session whose algorithm is no longer served ends: its images are not at hand. */
  private Optional<ParticipantSession> session(String token) {
    return answers.find(token).filter(found -> study.names().contains(found.algorithm()));
  }

  private Optional<Path> file(ParticipantSession session, String address) {
    for (var side : ScreenSide.values()) {
      if (session.image(session.answered(), side).equals(address)) {
        return Optional.of(file(session, trial(session, session.answered()), side));
      }
    }
    return Optional.empty();
  }

  private Path file(ParticipantSession session, Trial trial, ScreenSide side) {
    var folder = study.folder();
    return trial.generatedSide() == side
        ? PerceptionFolder.image(folder.generated(session.algorithm()), trial.generated())
        : PerceptionFolder.image(folder.real(), trial.real());
  }

  private Trial trial(ParticipantSession session, int number) {
    return study.protocol().trials(session.number(), study.pairs().size()).get(number);
  }

  private boolean unfinished(ParticipantSession session) {
    return session.answered() < study.protocol().all();
  }

  private State state(ParticipantSession session) {
    int trial = session.answered();
    return new State(
        session.token(),
        trial,
        study.protocol().practice(),
        study.protocol().all(),
        session.image(trial, ScreenSide.LEFT),
        session.image(trial, ScreenSide.RIGHT));
  }

  /**
   * What a browser is told.
   *
   * @param session its token
   * @param trial that comes next, from 0; {@code trials} at the end
   * @param practice how many of the trials are for practice
   * @param trials all of them
   * @param left address of the left image
   * @param right address of the right image
   */
  record State(String session, int trial, int practice, int trials, String left, String right) {}

  /**
   * What a browser is told of an answer.
   *
   * @param right whether it was right; nothing after practice
   * @param next trial
   */
  record Reply(Optional<Boolean> right, State next) {}

  /**
   * One participant's visit.
   *
   * @param number of the session, from 1
   * @param token that only the participant's browser knows; it names the session in addresses
   * @param algorithm whose images are shown
   * @param answered trials that are answered
   */
  record ParticipantSession(int number, String token, String algorithm, int answered) {

    /** The address of an image, which tells nothing but where it stands. */
    String image(int trial, ScreenSide side) {
      return Hashing.sha256()
          .hashString(token + "/" + trial + "/" + side.word(), StandardCharsets.UTF_8)
          .toString()
          .substring(0, 32);
    }
  }
}
