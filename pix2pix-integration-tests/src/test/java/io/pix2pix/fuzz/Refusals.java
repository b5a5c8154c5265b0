package io.pix2pix.fuzz;

import io.pix2pix.api.error.InvalidInputException;
import java.io.IOException;
import java.util.Optional;

/** What readers may answer besides a value. */
final class Refusals {
  private static final int LONGEST = 4000;

  private Refusals() {}

  /** Something that may be refused. */
  @FunctionalInterface
  interface Attempt {
    /** Makes it. */
    Object make() throws IOException;
  }

  /** All are made; one that is refused says nothing of the next. */
  static void each(Attempt... attempts) throws IOException {
    for (var attempt : attempts) {
      refusal(attempt).ifPresent(Refusals::requireLine);
    }
  }

  /** What is repaired, or checked before, is not to be refused. */
  static void none(Attempt attempt) throws IOException {
    var refusal = refusal(attempt);
    if (refusal.isPresent()) {
      throw new AssertionError("refused after it was repaired", refusal.get());
    }
  }

  private static Optional<InvalidInputException> refusal(Attempt attempt) throws IOException {
    try {
      attempt.make();
      return Optional.empty();
    } catch (InvalidInputException e) {
      return Optional.of(e);
    }
  }

  private static void requireLine(InvalidInputException refusal) {
    var message = String.valueOf(refusal.getMessage());
    if (message.isBlank() || message.lines().count() != 1 || message.length() > LONGEST) {
      throw new AssertionError("is no line that a person reads: " + message, refusal);
    }
  }
}
