package io.pix2pix.train.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableList;
import io.pix2pix.api.image.Image;
import io.pix2pix.api.image.ImageShape;
import io.pix2pix.api.network.Convolution;
import io.pix2pix.api.network.Generator;
import io.pix2pix.api.network.GraphSession;
import io.pix2pix.api.network.Layers;
import io.pix2pix.api.network.ParameterGroup;
import io.pix2pix.api.network.Phase;
import io.pix2pix.api.network.Precision;
import io.pix2pix.api.network.Statistics;
import io.pix2pix.api.network.Variable;
import io.pix2pix.testing.Tensors;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.tensorflow.Operand;
import org.tensorflow.types.TFloat32;

/** {@code G(x) = 3 x}, of which dropout sets half to 0 and doubles the others where noise is on. */
class InferenceModelTest {
  private static final int SIZES = 20;
  private final AtomicInteger loads = new AtomicInteger();

  @Test
  void multipliesByTheWeightThatWasLoaded() {
    try (var model = open(false)) {
      assertThat(model.generate(ramp(2, 2, 0), 0)).isEqualTo(tripled(ramp(2, 2, 0)));
    }
  }

  @Test
  void givesTheImagesOfManySizesInTheOrderOfTheirConditions() {
    var conditions = new ArrayList<Image>();
    for (int i = 0; i < 3 * SIZES; i++) {
      conditions.add(ramp(1 + i % SIZES, 2, i));
    }
    try (var model = open(false)) {
      assertThat(model.generate(conditions, 0))
          .containsExactlyElementsOf(conditions.stream().map(InferenceModelTest::tripled).toList());
    }
  }

  @Test
  void staysWithinBoundsAndLoadsOnceHoweverManySizesThereAre() {
    try (var model = open(false)) {
      int ofOneSize = model.operations();
      int most = 0;
      for (int height = 1; height <= SIZES; height++) {
        var condition = ramp(height, 3, height);
        assertThat(model.generate(condition, 0)).isEqualTo(tripled(condition));
        most = Math.max(most, model.operations());
      }

      assertThat(most).isLessThanOrEqualTo(ForwardPasses.MOST * ofOneSize);
      assertThat(loads).as("loads of weights").hasValue(1);
    }
  }

  @Test
  void noiseFollowsFromTheDrawAndNotFromThePlaceInTheBatch() {
    var condition = ramp(8, 8, 1);
    var others = ImmutableList.of(ramp(8, 8, 2), ramp(8, 8, 3), condition);
    try (var model = open(true)) {
      var alone = model.generate(condition, 0);

      assertThat(alone).isNotEqualTo(tripled(condition));
      assertThat(model.generate(others, 0).get(2)).isEqualTo(alone);
      assertThat(model.generate(others, 1).get(2))
          .isEqualTo(model.generate(condition, 1))
          .isNotEqualTo(alone);
    }
  }

  @Test
  void manyThreadsShareAModelWhileItsGraphIsReplaced() throws Exception {
    var threads = Executors.newFixedThreadPool(8);
    try (var model = open(false)) {
      var tasks =
          IntStream.range(0, 200)
              .mapToObj(
                  i -> {
                    var condition = ramp(1 + 7 * i % SIZES, 4, i);
                    return (Callable<Boolean>)
                        () -> model.generate(condition, 0).equals(tripled(condition));
                  })
              .toList();

      for (var done : threads.invokeAll(tasks)) {
        assertThat(done.get()).isTrue();
      }
    } finally {
      threads.shutdown();
    }
  }

  @Test
  void closingWaitsForRunningCallsAndRefusesLaterOnes() throws Exception {
    var threads = Executors.newFixedThreadPool(4);
    var running = new CountDownLatch(4);
    var model = open(false);
    try {
      List<Future<?>> users =
          IntStream.range(0, 4)
              .<Future<?>>mapToObj(i -> threads.submit(() -> use(model, running)))
              .toList();
      running.await();
      model.close();
      model.close();

      for (var user : users) {
        assertThatThrownBy(user::get)
            .isInstanceOf(ExecutionException.class)
            .hasRootCauseInstanceOf(IllegalStateException.class)
            .hasRootCauseMessage("the model is closed; open another one");
      }
    } finally {
      threads.shutdown();
    }
  }

  private static void use(InferenceModel model, CountDownLatch running) {
    for (int i = 0; ; i++) {
      model.generate(ramp(1 + i % SIZES, 64, i), 0);
      running.countDown();
    }
  }

  @Test
  void refusesAConditionWithOtherChannels() {
    var colored = Image.of(new ImageShape(1, 1, 3), new float[3]);
    try (var model = open(false)) {
      assertThatThrownBy(() -> model.generate(colored, 0))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("a condition has 1 channels, not 3");
    }
  }

  @Test
  void aSizeThatTheNetworkCannotTakeHarmsNoOther() {
    try (var model = open(false)) {
      for (int i = 0; i < 3 * ForwardPasses.MOST; i++) {
        assertThatThrownBy(() -> model.generate(ramp(Triple.REFUSED, 1, 0), 0))
            .isInstanceOf(IllegalArgumentException.class);
      }

      assertThat(model.generate(ramp(2, 2, 0), 0)).isEqualTo(tripled(ramp(2, 2, 0)));
    }
  }

  private InferenceModel open(boolean noise) {
    var network = new GeneratorSignature(ParameterGroup.GENERATOR, new Triple(), 1, 1);
    var settings =
        new InferenceSettings(
            network, Phase.translation(Statistics.BATCH, noise), Precision.FLOAT32, 1);
    return InferenceModel.open(settings, new ImageShape(1, 1, 1), this::load);
  }

  @SuppressWarnings("unchecked") // the only variable is a kernel
  private void load(List<Variable<?>> variables, GraphSession session) {
    if (variables.isEmpty()) {
      return;
    }
    loads.incrementAndGet();
    for (var variable : variables) {
      try (var value = Tensors.ofArray(variable.shape(), 3)) {
        ((Variable<TFloat32>) variable).write(session, value);
      }
    }
  }

  private static Image ramp(int height, int width, int from) {
    var shape = new ImageShape(height, width, 1);
    var values = new float[shape.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = from + i;
    }
    return Image.owning(shape, values);
  }

  private static Image tripled(Image image) {
    var values = image.toArray();
    for (int i = 0; i < values.length; i++) {
      values[i] *= 3;
    }
    return Image.owning(image.shape(), values);
  }

  private record Triple() implements Generator {
    private static final int REFUSED = 1000;

    @Override
    public Operand<TFloat32> build(Layers layers, Operand<TFloat32> condition, int channels) {
      var y = layers.convolution(condition, new Convolution(channels, 1, 1, 0, false));
      if (condition.shape().get(1) == REFUSED) {
        throw new IllegalArgumentException("too high");
      }
      return layers.dropout(y, 0.5);
    }

    @Override
    public int sizeMultiple() {
      return 1;
    }
  }
}
