package io.pix2pix.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedMap;
import io.pix2pix.campaign.Verdict.Outcome;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OracleTest {
  private static final Snapshot EXPECTED = left("same");

  private final Oracle oracle = new Oracle(line -> line.contains("losses.csv"));

  @Test
  void allowsAnEqualResult() {
    assertThat(judge(0, "", left("same"))).isEqualTo(Outcome.EQUAL);
  }

  @Test
  void allowsAnotherResultThatALineAnnounces() {
    var line = "pix2pix: losses.csv: is damaged; it is kept\n";

    assertThat(judge(0, line, left("other"))).isEqualTo(Outcome.ANNOUNCED);
  }

  @Test
  void refusesAnotherResultInSilenceAndUnderALineOfSomethingElse() {
    assertThat(judge(0, "", left("other"))).isEqualTo(Outcome.FAILED);
    assertThat(judge(0, "pix2pix: all is well\n", left("other"))).isEqualTo(Outcome.FAILED);
    assertThat(judge(0, "losses.csv\n", left("other"))).isEqualTo(Outcome.FAILED);
  }

  @Test
  void allowsALineThatNamesTheFile() {
    assertThat(judge(1, "pix2pix: losses.csv: is damaged\n", left("other")))
        .isEqualTo(Outcome.REFUSED);
    assertThat(judge(1, "pix2pix: something is damaged\n", left("other")))
        .isEqualTo(Outcome.FAILED);
    assertThat(judge(134, "pix2pix: losses.csv: is damaged\n", left("other")))
        .isEqualTo(Outcome.FAILED);
  }

  @Test
  void refusesATrace() {
    var trace = "pix2pix: losses.csv: odd\njava.lang.IllegalStateException\n\tat io.pix2pix.X\n";

    assertThat(judge(1, trace, left("other"))).isEqualTo(Outcome.FAILED);
  }

  @Test
  void refusesWhatWasBegunAndNotRemoved() {
    var found = new Snapshot(EXPECTED.contents(), ImmutableList.of("runs/.losses.csv.1-1.part"));

    assertThat(judge(0, "", found)).isEqualTo(Outcome.FAILED);
  }

  @Test
  void refusesWhatDoesNotEndByItself() {
    var hanging = Answer.broken("still runs after PT2M", "", "");

    assertThat(oracle.judge(hanging, EXPECTED, EXPECTED).outcome()).isEqualTo(Outcome.FAILED);
  }

  private Outcome judge(int code, String err, Snapshot found) {
    return oracle.judge(new Answer(code, "", err, Optional.empty()), EXPECTED, found).outcome();
  }

  private static Snapshot left(String checksum) {
    return new Snapshot(ImmutableSortedMap.of("losses.csv", checksum), ImmutableList.of());
  }
}
