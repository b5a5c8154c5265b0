package io.pix2pix.bench.perception;

import com.google.common.hash.Hashing;
import io.pix2pix.bench.perception.ParticipantSessions.ParticipantSession;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Who begins sessions: how many may be begun, and which may be of one participant. Safe for use by
 * several threads.
 */
final class Visits {
  /** Sessions of a study in all. */
  static final int MOST = 10_000;

  /** Sessions of one address in which nobody has answered yet: a room of people who read. */
  static final int MOST_UNANSWERED = 50;

  private static final Logger LOG = LoggerFactory.getLogger(Visits.class);

  private final Answers answers;
  private final String salt;

  Visits(Answers answers) {
    this.answers = answers;
    this.salt = answers.salt();
  }

  /**
   * Begins a session, unless there are too many.
   *
   * @param begin makes it
   */
  synchronized Optional<ParticipantSession> begin(Visit visit, Supplier<ParticipantSession> begin) {
    var origin = origin(visit.address());
    var counts = answers.counts(origin);
    if (counts.all() >= MOST || counts.unanswered() >= MOST_UNANSWERED) {
      LOG.warn(
          "a session was refused: there are {} in all (at most {}), and {} of its address without"
              + " an answer (at most {})",
          counts.all(),
          MOST,
          counts.unanswered(),
          MOST_UNANSWERED);
      return Optional.empty();
    }
    var session = begin.get();
    answers.visited(session.number(), visit.browser(), origin);
    answers.repeated(session.number()).ifPresent(one -> LOG.warn("{}", one.words()));
    return Optional.of(session);
  }

  /** Addresses are nobody's business: they are compared, and not kept. */
  private String origin(String address) {
    return Hashing.sha256().hashString(salt + address, StandardCharsets.UTF_8).toString();
  }

  /**
   * From where a session is begun.
   *
   * @param browser the name that the study gave it
   * @param address of the machine
   */
  record Visit(String browser, String address) {}
}
