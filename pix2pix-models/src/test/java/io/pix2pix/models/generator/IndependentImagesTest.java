package io.pix2pix.models.generator;

import static io.pix2pix.testing.PixAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import io.pix2pix.api.network.Generator;
import io.pix2pix.api.network.Normalization;
import io.pix2pix.api.network.Phase;
import io.pix2pix.api.network.Statistics;
import io.pix2pix.models.Scattered;
import io.pix2pix.models.normalization.BatchNormalization;
import io.pix2pix.models.normalization.GroupNormalization;
import io.pix2pix.models.normalization.InstanceNormalization;
import io.pix2pix.models.normalization.LayerNormalization;
import io.pix2pix.models.normalization.NoNormalization;
import io.pix2pix.models.upsampling.TransposedUpsampling;
import io.pix2pix.testing.Tensors;
import io.pix2pix.testing.TestGraph;
import java.util.Arrays;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.types.TFloat32;

/** Outside of training, an image is what it would be alone, whatever its neighbors are. */
class IndependentImagesTest {
  private static final int N = 3;
  private static final Shape SIZE = Shape.of(N, 16, 24, 3);

  static Stream<Arguments> uses() {
    return Stream.of(
            new BatchNormalization(1e-5),
            new InstanceNormalization(1e-5),
            new GroupNormalization(2, 1e-5),
            new LayerNormalization(1e-5),
            new NoNormalization())
        .flatMap(normalization -> Stream.of(unet(normalization), resnet(normalization)))
        .flatMap(generator -> Stream.of(-1L, 16L).map(height -> Arguments.of(generator, height)));
  }

  @ParameterizedTest
  @MethodSource("uses")
  void aBatchGivesTheImagesThatItsConditionsGiveAlone(Generator generator, long height) {
    try (var graph = new TestGraph()) {
      var shape = Shape.of(-1, height, height < 0 ? -1 : 24, 3);
      var x = graph.tf().placeholder(TFloat32.class, Placeholder.shape(shape));
      var layers = graph.layers("generator", Phase.translation(Statistics.BATCH, true));
      var y = generator.build(layers, x, 2);
      Scattered.fill(graph);
      var conditions = Scattered.values("x", SIZE.size());

      assertThat(y).hasShape(-1, height, shape.get(2), 2);
      var together = run(graph, x, y, conditions);
      int in = conditions.length / N;
      int out = together.length / N;
      for (int i = 0; i < N; i++) {
        var alone = run(graph, x, y, Arrays.copyOfRange(conditions, i * in, (i + 1) * in));
        assertThat(Arrays.copyOfRange(together, i * out, (i + 1) * out))
            .as("image %d", i)
            .containsExactly(alone, Offset.offset(1e-5f));
      }
    }
  }

  private static float[] run(
      TestGraph graph, Placeholder<TFloat32> x, Operand<TFloat32> y, float[] conditions) {
    long n = (long) N * conditions.length / SIZE.size();
    try (var fed = Tensors.ofArray(Shape.of(n, 16, 24, 3), conditions);
        var result = graph.session().runner().feed(x, fed).fetch(y).run()) {
      return Tensors.toArray((TFloat32) result.get(0));
    }
  }

  private static Generator unet(Normalization normalization) {
    return new Unet(
        3,
        4,
        normalization,
        0.5,
        DropoutPlacement.PAPER,
        new TransposedUpsampling(4),
        ImmutableList.of(),
        false);
  }

  private static Generator resnet(Normalization normalization) {
    return new Resnet(1, 4, normalization, 0.5, new TransposedUpsampling(3), true);
  }
}
