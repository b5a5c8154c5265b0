package io.pix2pix.models.generator;

import static io.pix2pix.testing.PixAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.Streams;
import io.pix2pix.api.network.Generator;
import io.pix2pix.api.network.Phase;
import io.pix2pix.api.network.Statistics;
import io.pix2pix.models.normalization.BatchNormalization;
import io.pix2pix.models.normalization.InstanceNormalization;
import io.pix2pix.models.normalization.NoNormalization;
import io.pix2pix.models.upsampling.TransposedUpsampling;
import io.pix2pix.testing.Tensors;
import io.pix2pix.testing.TestGraph;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.tensorflow.GraphOperation;
import org.tensorflow.Operand;
import org.tensorflow.Output;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.types.TFloat32;

class UnetTest {
  private static final Unet SMALL =
      new Unet(
          3,
          4,
          new BatchNormalization(1e-5),
          0.5,
          DropoutPlacement.PAPER,
          new TransposedUpsampling(4),
          ImmutableList.of(),
          false);

  @Test
  void givesImagesOfTheSameSizeInTheRangeOfImages() {
    try (var graph = new TestGraph()) {
      var y = SMALL.build(graph.layers("generator", Phase.TRAINING), ramp(graph, 2, 16, 8), 5);

      assertThat(y).hasShape(2, 16, 8, 5);
      graph.initialize();
      try (var result = graph.session().runner().fetch(y).run()) {
        assertThat((TFloat32) result.get(0)).hasShape(2, 16, 8, 5).hasValuesBetween(-1, 1);
      }
    }
  }

  @Test
  void givesAnotherPictureWithNoiseAndTheSameForTheSameSeed() {
    try (var graph = new TestGraph()) {
      var x = ramp(graph, 1, 16, 16);
      var noisy = graph.layers("generator", Phase.translation(Statistics.BATCH, true));
      var quiet = graph.layers("generator", Phase.translation(Statistics.BATCH, false));
      var one = SMALL.build(noisy, x, 3);
      var again = SMALL.build(noisy, x, 3);
      var none = SMALL.build(quiet, x, 3);
      graph.initialize();

      assertThat(graph.run(one)).isEqualTo(graph.run(again)).isNotEqualTo(graph.run(none));
    }
  }

  @Test
  void sharesItsWeightsWhenItIsBuiltAgain() {
    try (var graph = new TestGraph()) {
      var layers = graph.layers("generator", Phase.TRAINING);
      SMALL.build(layers, ramp(graph, 1, 16, 16), 3);
      int variables = graph.variables().all().size();
      SMALL.build(layers, ramp(graph, 1, 32, 32), 3);

      assertThat(graph.variables().all()).hasSize(variables);
    }
  }

  @Test
  void convolutionsHaveABiasWhereTheNormalizationHasNoOffset() {
    assertThat(biases(Hourglasses.unet(3, 4, new BatchNormalization(1e-5)))).isEqualTo(1);
    assertThat(biases(Hourglasses.unet(3, 4, new InstanceNormalization(1e-5)))).isEqualTo(6);
    assertThat(biases(Hourglasses.unet(3, 4, new NoNormalization()))).isEqualTo(6);
  }

  @Test
  void takesSizesThatItCanHalveOncePerLevel() {
    assertThat(SMALL.sizeMultiple()).isEqualTo(8);
  }

  /**
   * The encoder-decoder's bottleneck of one pixel blurs all positions together; a skip keeps them
   * apart.
   */
  @Test
  void skipsCarryDetailPastTheBottleneck() {
    var norm = new NoNormalization();
    assertThat(influenceOfOnePixel(Hourglasses.unet(4, 4, norm)))
        .isGreaterThan(10 * influenceOfOnePixel(Hourglasses.encoderDecoder(4, 4, norm)));
  }

  @Test
  void dropsWhereItIsToldTo() {
    assertThat(droppingLayers(DropoutPlacement.PAPER))
        .containsExactly("decoder8", "decoder7", "decoder6");
    assertThat(droppingLayers(DropoutPlacement.PORT))
        .containsExactly("decoder7", "decoder6", "decoder5");
  }

  private static Stream<String> droppingLayers(DropoutPlacement placement) {
    try (var graph = new TestGraph()) {
      var x = graph.tf().placeholder(TFloat32.class, Placeholder.shape(Shape.of(1, 256, 256, 1)));
      var unet =
          new Unet(
              8,
              1,
              new InstanceNormalization(1e-5),
              0.5,
              placement,
              new TransposedUpsampling(4),
              ImmutableList.of(),
              false);
      unet.build(graph.layers("generator", Phase.TRAINING), x, 1);
      return Drawings.in(graph).stream().map(name -> Splitter.on('/').splitToList(name).get(1));
    }
  }

  @Test
  void takesImagesWhoseSizeIsOnlyKnownWhenTheGraphRuns() {
    try (var graph = new TestGraph()) {
      var images = ramp(graph, 1, 16, 24);
      var x = graph.tf().placeholder(TFloat32.class, Placeholder.shape(Shape.of(1, -1, -1, 3)));
      var layers = graph.layers("generator", Phase.translation(Statistics.BATCH, true));
      var known = SMALL.build(layers, images, 3);
      var unknown = SMALL.build(layers, x, 3);
      graph.initialize();

      assertThat(unknown).hasShape(1, -1, -1, 3);
      try (var fed = graph.session().runner().fetch(images).run();
          var result = graph.session().runner().feed(x, fed.get(0)).fetch(unknown).run()) {
        assertThat((TFloat32) result.get(0)).isCloseTo(graph.run(known), 1e-6);
      }
    }
  }

  @Test
  void neitherPadsNorCutsNorComputesSizesWhereTheSizeIsKnown() {
    try (var graph = new TestGraph()) {
      SMALL.build(graph.layers("generator", Phase.TRAINING), ramp(graph, 1, 16, 16), 3);

      assertThat(Streams.stream(graph.graph().operations()).map(GraphOperation::type))
          .contains("Conv2D", "Conv2DBackpropInput")
          .doesNotContain("Pad", "PadV2", "MirrorPad", "Slice", "StridedSlice", "Shape");
    }
  }

  private static double influenceOfOnePixel(Generator generator) {
    try (var graph = new TestGraph()) {
      var x = ramp(graph, 1, 16, 16);
      var y = generator.build(graph.layers("generator", Phase.TRAINING), x, 3);
      var gradient = graph.graph().addGradients(y.asOutput(), new Output<?>[] {x.asOutput()});
      graph.initialize();
      double sum = 0;
      try (var result = graph.session().runner().fetch(gradient[0]).run()) {
        for (float value : Tensors.toArray((TFloat32) result.get(0))) {
          sum += Math.abs(value);
        }
      }
      return sum;
    }
  }

  private static long biases(Unet unet) {
    try (var graph = new TestGraph()) {
      unet.build(graph.layers("generator", Phase.TRAINING), ramp(graph, 1, 16, 16), 3);
      return graph.variables().all().stream().filter(v -> v.name().endsWith("/bias")).count();
    }
  }

  private static Operand<TFloat32> ramp(TestGraph graph, int n, int height, int width) {
    var values = new float[n * height * width * 3];
    for (int i = 0; i < values.length; i++) {
      values[i] = 2f * i / values.length - 1;
    }
    return graph.constant(Shape.of(n, height, width, 3), values);
  }
}
