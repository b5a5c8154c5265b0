package io.pix2pix.bench.perception;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.google.common.collect.ImmutableList;
import io.pix2pix.api.error.InvalidInputException;
import io.pix2pix.bench.perception.KeptAnswers.Participant;
import io.pix2pix.train.measure.Interval;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PerceptionResultsTest {
  @TempDir Path folder;

  @Test
  void dividesWhatWasLabeledRealByAllTrials() {
    // (10 + 2) of (40 + 20)
    var results =
        PerceptionResults.of(
            ImmutableList.of(new Participant("a", 40, 10), new Participant("a", 20, 2)));

    var row = results.rows().get(0);
    assertThat(row.labeledReal()).isEqualTo(12.0 / 60);
    assertThat(row.participants()).isEqualTo(2);
    assertThat(row.trials()).isEqualTo(60);
  }

  /**
   * The mean of ten shares, 0.05 to 0.50 in steps of 0.05, has the bootstrap deviation sqrt(99/12)
   * * 0.05 / sqrt(10) = 0.0454; 1.96 of it on either side of 0.275 is [0.186, 0.364].
   */
  @Test
  void drawsParticipantsForTheInterval() {
    var interval = row(2, 4, 6, 8, 10, 12, 14, 16, 18, 20).interval();

    assertThat(interval.low()).isCloseTo(0.186, within(0.01));
    assertThat(interval.high()).isCloseTo(0.364, within(0.01));
  }

  @Test
  void knowsNoIntervalOfOneParticipant() {
    assertThat(row(10).interval()).isEqualTo(Interval.UNKNOWN);
  }

  @Test
  void tellsApartWhatChanceDoesNotExplain() {
    var comparison = compare(group("a", 2, 3, 4, 3, 2), group("b", 14, 16, 15, 13, 15));

    // 14/200 - 73/200
    assertThat(comparison.difference()).isCloseTo(-0.295, within(1e-9));
    assertThat(comparison.significant()).isTrue();
    assertThat(comparison.interval().high()).isNegative();
  }

  @Test
  void leavesOpenWhatChanceExplains() {
    var comparison = compare(group("a", 5, 15, 10), group("b", 6, 14, 11));

    assertThat(comparison.significant()).isFalse();
    assertThat(comparison.interval().contains(0)).isTrue();
  }

  @Test
  void findsNoDifferenceBetweenEqualAnswers() {
    assertThat(compare(group("a", 7, 7), group("b", 7, 7)).significance()).isEqualTo(1);
  }

  @Test
  void doesNotTestASingleParticipant() {
    var comparison = compare(group("a", 0), group("b", 40, 40));

    assertThat(comparison.significance()).isNaN();
    assertThat(comparison.significant()).isFalse();
    assertThat(comparison.interval()).isEqualTo(Interval.UNKNOWN);
  }

  @Test
  void wantsAFolderThatWasServed() {
    assertThatThrownBy(() -> PerceptionResults.read(new PerceptionFolder(folder)))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("answers.sqlite: is not there; give the folder of a study");
  }

  private static PerceptionResults.Row row(int... labeledReal) {
    return PerceptionResults.of(group("a", labeledReal)).rows().get(0);
  }

  private static PerceptionResults.Comparison compare(
      ImmutableList<Participant> first, ImmutableList<Participant> second) {
    var all = ImmutableList.<Participant>builder().addAll(second).addAll(first).build();
    return PerceptionResults.of(all).comparisons().get(0);
  }

  private static ImmutableList<Participant> group(String algorithm, int... labeledReal) {
    return Arrays.stream(labeledReal)
        .mapToObj(labeled -> new Participant(algorithm, 40, labeled))
        .collect(ImmutableList.toImmutableList());
  }
}
