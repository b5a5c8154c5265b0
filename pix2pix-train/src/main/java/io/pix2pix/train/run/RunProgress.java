package io.pix2pix.train.run;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * How far a run is.
 *
 * @param state what it does
 * @param steps done
 * @param of how many
 * @param seconds spent on training, over all resumes
 * @param started when it began
 * @param updated when this was noted
 * @param finished when it was done, if it is
 */
public record RunProgress(
    State state,
    long steps,
    long of,
    double seconds,
    Instant started,
    Instant updated,
    Optional<Instant> finished) {

  /** A run of that many steps that begins now. */
  public static RunProgress begin(long steps, Instant now) {
    return new RunProgress(State.TRAINING, 0, steps, 0, now, now, Optional.empty());
  }

  /**
   * The same run after more steps.
   *
   * @param newState what it does now; {@link State#FINISHED} notes the time
   * @param newSteps done so far
   * @param spent on training so far, over all resumes
   */
  public RunProgress at(State newState, long newSteps, Duration spent, Instant now) {
    var end = newState == State.FINISHED ? Optional.of(now) : Optional.<Instant>empty();
    return new RunProgress(newState, newSteps, of, spent.toMillis() / 1000.0, started, now, end);
  }

  /** The same run, resumed to take that many steps in all. */
  public RunProgress resumed(long newSteps, long newOf, Instant now) {
    return new RunProgress(
        State.TRAINING, newSteps, newOf, seconds, started, now, Optional.empty());
  }

  /** A run that was never trained. */
  static RunProgress imported(Instant now) {
    return new RunProgress(State.IMPORTED, 0, 0, 0, now, now, Optional.empty());
  }

  /** Whether it finished or was stopped; one that was killed seems to be in training. */
  public boolean hasEnded() {
    return state == State.FINISHED || state == State.STOPPED;
  }

  /** Time spent on training, over all resumes. */
  Duration spent() {
    return Duration.ofMillis(Math.round(seconds * 1000));
  }

  /** What a run does. */
  public enum State {
    /** Steps are being taken, unless the process was killed. */
    TRAINING,
    /** The user stopped it, or it failed; it can be resumed. */
    STOPPED,
    /** All steps are done. */
    FINISHED,
    /** It was made of weights from elsewhere. */
    IMPORTED;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
