package io.pix2pix.campaign;

import com.google.common.collect.ImmutableList;
import io.pix2pix.campaign.Verdict.Outcome;
import java.util.function.Predicate;

/**
 * Judges what a command did. Three outcomes are allowed: what it leaves is equal to what it leaves
 * where nothing is wrong; one line says what is wrong and names a file; or it goes another way, and
 * a line says so.
 *
 * @param names whether a line names what is wrong
 */
record Oracle(Predicate<String> names) {

  /**
   * @param expected what the command leaves where nothing is wrong
   * @param found what it left
   */
  Verdict judge(Answer answer, Snapshot expected, Snapshot found) {
    if (answer.broken().isPresent()) {
      return Verdict.failed(answer.broken().get());
    } else if (answer.hasTrace()) {
      return Verdict.failed("a trace: " + firstOf(answer));
    } else if (!found.leftovers().isEmpty()) {
      return Verdict.failed("left behind " + found.leftovers());
    }
    return answer.code() == 0 ? done(answer, expected, found) : refused(answer);
  }

  private Verdict done(Answer answer, Snapshot expected, Snapshot found) {
    var differences = expected.differences(found);
    if (differences.isEmpty()) {
      return new Verdict(Outcome.EQUAL, "");
    }
    return answer.problems().stream()
        .filter(names)
        .findFirst()
        .map(line -> new Verdict(Outcome.ANNOUNCED, line))
        .orElseGet(() -> Verdict.failed("in silence: " + differences + said(answer)));
  }

  private Verdict refused(Answer answer) {
    var problems = answer.problems();
    if (answer.code() != 1 && answer.code() != 2) {
      return Verdict.failed("exit code " + answer.code());
    }
    return ImmutableList.copyOf(answer.lines().iterator()).reverse().stream()
        .filter(names)
        .findFirst()
        .map(line -> new Verdict(Outcome.REFUSED, line))
        .orElseGet(() -> Verdict.failed("no line names the file: " + problems));
  }

  private static String said(Answer answer) {
    return answer.problems().isEmpty() ? "" : ", though it says " + answer.problems();
  }

  private static String firstOf(Answer answer) {
    return answer
        .lines()
        .filter(line -> line.matches("[\\w.$]+(Exception|Error)\\b.*|Caused by: .*"))
        .findFirst()
        .orElse("");
  }
}
