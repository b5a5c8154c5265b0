package io.pix2pix.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableList;
import io.pix2pix.api.error.InvalidInputException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** A process that trains alone. */
class CoordinatorTest {
  private static final ImmutableList<String> COLUMNS =
      ImmutableList.of("generator.l1", "discriminator.real");

  @Test
  void namesTheLossThatIsNotFinite() {
    assertThatThrownBy(
            () -> Coordinator.SINGLE.requireFinite(7, COLUMNS, new float[] {1, Float.NaN}))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("step 7: discriminator.real is NaN");
    assertThatCode(() -> Coordinator.SINGLE.requireFinite(7, COLUMNS, new float[] {1, 2}))
        .doesNotThrowAnyException();
  }

  @Test
  void decidesAndWritesForItself() {
    var written = new AtomicInteger();

    Coordinator.SINGLE.write(written::incrementAndGet);

    assertThat(written).hasValue(1);
    assertThat(Coordinator.SINGLE.stops(true)).isTrue();
    assertThat(Coordinator.SINGLE.stops(false)).isFalse();
  }
}
