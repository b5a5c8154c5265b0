package io.pix2pix.bench.speed.result;

import static io.pix2pix.bench.speed.result.Results.against;
import static io.pix2pix.bench.speed.result.Results.alone;
import static io.pix2pix.bench.speed.result.Results.benchmark;
import static org.assertj.core.api.Assertions.assertThat;

import io.pix2pix.bench.speed.result.Comparison.Verdict;
import org.junit.jupiter.api.Test;

class ComparisonTest {
  @Test
  void rowsThatLieApartHaveChanged() {
    var before = alone("loading", 1.0, 1.1, 1.2, 1.3);

    assertThat(verdict(before, alone("loading", 0.8, 0.9, 0.99, 0.7))).isEqualTo(Verdict.BETTER);
    assertThat(verdict(before, alone("loading", 1.4, 1.5, 1.6, 1.31))).isEqualTo(Verdict.WORSE);
  }

  @Test
  void rowsThatOverlapHaveNot() {
    var before = alone("loading", 1.0, 1.1, 1.2, 1.3);

    assertThat(verdict(before, alone("loading", 1.25, 1.5, 1.6, 1.7)))
        .isEqualTo(Verdict.WITHIN_NOISE);
  }

  @Test
  void fewRoundsTellNothing() {
    assertThat(verdict(alone("loading", 1, 1, 1), alone("loading", 9, 9, 9, 9)))
        .isEqualTo(Verdict.TOO_FEW_ROUNDS);
  }

  @Test
  void aMachineThatWasNotQuietTellsNothing() {
    var noisy = against(alone("loading", 9, 9, 9, 9), 0.2, 1, 1, 1, 1);

    assertThat(verdict(alone("loading", 1, 1, 1, 1), noisy)).isEqualTo(Verdict.NOISY);
  }

  /** From 2 to 1.5 is a quarter less; the other work is in one of the two alone. */
  @Test
  void comparesMediansOfWorksThatBothHave() {
    var before = benchmark("a", "2026-11-01", alone("loading", 2), alone("peak-memory", 1));
    var after = benchmark("b", "2026-11-02", alone("loading", 1.5));

    var compared = Comparison.of(before, after);

    assertThat(compared).hasSize(1);
    assertThat(compared.get(0).change()).isEqualTo(-0.25);
    assertThat(compared.get(0).words()).isEqualTo("-25.0 %");
  }

  private static Verdict verdict(WorkResult before, WorkResult after) {
    return Comparison.of(benchmark("a", "2026-11-01", before), benchmark("b", "2026-11-02", after))
        .get(0)
        .verdict();
  }
}
