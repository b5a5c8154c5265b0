package io.pix2pix.bench.speed.endurance;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CourseTest {
  @Test
  void theFirstTenthDoesNotCount() {
    var course = course(i -> i < 10 ? 10 * i : 100, i -> i < 10 ? 50 : 4);

    assertThat(course.memoryGrowth()).isZero();
    assertThat(course.slowdown()).isZero();
    assertThat(course.isFlat()).isTrue();
  }

  @Test
  void memoryThatGrowsIsNotFlat() {
    var course = course(i -> 100 + i, i -> 4);

    // 110 after the first tenth, 199 at the end.
    assertThat(course.memoryGrowth()).isCloseTo(199.0 / 110 - 1, within(1e-9));
    assertThat(course.isFlat()).isFalse();
  }

  @Test
  void memoryThatIsGivenBackCountsAtItsMost() {
    var course = course(i -> i == 50 ? 120 : 100, i -> 4);

    assertThat(course.memoryGrowth()).isCloseTo(0.2, within(1e-9));
  }

  @Test
  void stepsThatBecomeSlowerAreNotFlat() {
    var course = course(i -> 100, i -> i < 60 ? 4 : 5);

    assertThat(course.slowdown()).isCloseTo(0.25, within(1e-9));
    assertThat(course.isFlat()).isFalse();
  }

  private static Course course(IntToDoubleFunction mebibytes, IntToDoubleFunction milliseconds) {
    return new Course(
        "steps",
        IntStream.range(0, 100)
            .mapToObj(
                i ->
                    new Course.Sample(
                        i + 1, mebibytes.applyAsDouble(i), milliseconds.applyAsDouble(i)))
            .collect(toImmutableList()));
  }
}
