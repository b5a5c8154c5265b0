package io.pix2pix.campaign;

import com.google.common.collect.ImmutableList;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a command did.
 *
 * @param code of exit
 * @param out what went to the standard output
 * @param err what went to the standard error, the log included
 * @param broken how it ended, where it did not end by itself
 */
record Answer(int code, String out, String err, Optional<String> broken) {

  /** What did not end by itself. */
  static Answer broken(String how, String out, String err) {
    return new Answer(-1, out, err, Optional.of(how));
  }

  /** What it said of what is wrong. */
  ImmutableList<String> problems() {
    return err.lines()
        .filter(line -> line.startsWith("pix2pix: "))
        .collect(ImmutableList.toImmutableList());
  }

  /** Everything it said. */
  Stream<String> lines() {
    return Stream.concat(out.lines(), err.lines());
  }

  /** Whether it showed where in the program it failed. */
  boolean hasTrace() {
    return lines()
        .anyMatch(
            line ->
                line.startsWith("\tat ")
                    || line.startsWith("Exception in thread")
                    || line.contains("this should not have happened"));
  }
}
