package io.pix2pix.cli.translation;

import static io.pix2pix.testing.PixAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import io.pix2pix.api.data.ImageCodec;
import io.pix2pix.api.image.Image;
import io.pix2pix.api.image.ImageShape;
import io.pix2pix.api.network.Generator;
import io.pix2pix.api.network.GraphSession;
import io.pix2pix.api.network.Normalization;
import io.pix2pix.api.network.ParameterGroup;
import io.pix2pix.api.network.Phase;
import io.pix2pix.api.network.Precision;
import io.pix2pix.api.network.Statistics;
import io.pix2pix.api.network.Variable;
import io.pix2pix.data.synthetic.SyntheticFacades;
import io.pix2pix.models.generator.DropoutPlacement;
import io.pix2pix.models.generator.Resnet;
import io.pix2pix.models.generator.Unet;
import io.pix2pix.models.normalization.BatchNormalization;
import io.pix2pix.models.normalization.InstanceNormalization;
import io.pix2pix.models.normalization.NoNormalization;
import io.pix2pix.models.upsampling.TransposedUpsampling;
import io.pix2pix.testing.Tensors;
import io.pix2pix.train.description.GeneratorReach;
import io.pix2pix.train.inference.GeneratorSignature;
import io.pix2pix.train.inference.InferenceModel;
import io.pix2pix.train.inference.InferenceSettings;
import io.pix2pix.train.translation.TiledTranslation;
import io.pix2pix.train.translation.Tiling;
import io.pix2pix.train.translation.Translator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tensorflow.types.TFloat32;

class TiledTranslationTest {
  private static final Phase RUNNING = Phase.translation(Statistics.RUNNING, false);
  private static final Phase BATCH = Phase.translation(Statistics.BATCH, false);

  static Stream<Generator> generatorsWithoutStatistics() {
    return Stream.of(
        unet(3, new NoNormalization()), unet(2, new BatchNormalization(1e-5)), resnet());
  }

  @ParameterizedTest
  @MethodSource("generatorsWithoutStatistics")
  void tilesThatOverlapByWhatIsSeenGiveTheWholeImage(Generator generator) {
    var image = noise(112, 176);
    try (var translator = translator(generator, RUNNING)) {
      var tiling = tiling(generator, RUNNING, 96, OptionalInt.empty());

      assertThat(tiling.isExact()).isTrue();
      assertThat(tiling.tiles(image.shape())).isGreaterThan(1);
      assertThat(tiled(translator, image, tiling))
          .isCloseTo(translator.translate(image, "image"), 1e-5);
    }
  }

  @Test
  void anyOverlapOfTheFieldOrMoreIsEnough() {
    var generator = unet(3, new NoNormalization());
    var image = noise(64, 128);
    try (var translator = translator(generator, RUNNING)) {
      var whole = translator.translate(image, "image");
      for (int overlap = 36; overlap <= 56; overlap += 5) {
        var tiling = tiling(generator, RUNNING, 64, OptionalInt.of(overlap));

        assertThat(tiled(translator, image, tiling)).isCloseTo(whole, 1e-5);
      }
    }
  }

  /** 22 pixels on the way down, as NetworkDescriptionsTest has it, then 8, 4 and 2 more. */
  @Test
  void knowsWhatAGeneratorSees() {
    assertThat(reach(unet(3, new NoNormalization()), BATCH, 64))
        .isEqualTo(new GeneratorReach(36, false));
    assertThat(reach(unet(3, new BatchNormalization(1e-5)), RUNNING, 64))
        .isEqualTo(new GeneratorReach(36, false));
    assertThat(reach(unet(3, new BatchNormalization(1e-5)), BATCH, 64))
        .isEqualTo(new GeneratorReach(36, true));
    assertThat(reach(unet(3, new InstanceNormalization(1e-5)), RUNNING, 64))
        .isEqualTo(new GeneratorReach(36, true));
  }

  @Test
  void imagesOfAnySizeKeepIt() {
    var generator = unet(3, new NoNormalization());
    try (var translator = translator(generator, RUNNING)) {
      for (var size : List.of(new int[] {5, 3}, new int[] {33, 131}, new int[] {64, 65})) {
        var tiling = tiling(generator, RUNNING, 64, OptionalInt.empty());
        var image = noise(size[0], size[1]);

        assertThat(tiled(translator, image, tiling)).hasShape(size[0], size[1], 3);
      }
    }
  }

  /** Of an overlap that is too small, nothing is seen where tiles meet: they are blended. */
  @Test
  void differencesAreNoLargerAcrossBordersOfTilesThanElsewhere() {
    var generator = unet(3, new BatchNormalization(1e-5));
    var image = noise(64, 512);
    try (var translator = translator(generator, BATCH)) {
      var tiling = tiling(generator, BATCH, 64, OptionalInt.of(16));
      var made = tiled(translator, image, tiling);

      double atBorders = 0;
      double all = 0;
      for (int x = 1; x < made.width(); x++) {
        double step = step(made, x);
        all += step / (made.width() - 1);
        atBorders += x % 48 == 0 || x % 48 == 16 ? step / (2 * (made.width() / 48)) : 0;
      }
      assertThat(atBorders).isLessThan(1.1 * all);
    }
  }

  private static double step(Image image, int x) {
    double sum = 0;
    for (int y = 0; y < image.height(); y++) {
      sum += Math.abs(image.at(y, x, 0) - image.at(y, x - 1, 0));
    }
    return sum / image.height();
  }

  private static Image tiled(Translator translator, Image image, Tiling tiling) {
    var done = new AtomicInteger();
    var strips =
        ImmutableList.copyOf(
            new TiledTranslation(
                translator, new Translator.Input(image, "image"), tiling, done::addAndGet));
    assertThat(done).hasValue(tiling.tiles(image.shape()));
    int height = strips.stream().mapToInt(Image::height).sum();
    var shape = new ImageShape(height, strips.get(0).width(), strips.get(0).channels());
    var values = new float[shape.size()];
    int at = 0;
    for (var strip : strips) {
      strip.copyTo(values, at);
      at += strip.shape().size();
    }
    return Image.owning(shape, values);
  }

  private static Tiling tiling(Generator generator, Phase phase, int size, OptionalInt overlap) {
    return Tiling.of(generator, reach(generator, phase, size), size, overlap);
  }

  private static GeneratorReach reach(Generator generator, Phase phase, int size) {
    return GeneratorReach.of(signature(generator), phase, size);
  }

  private static GeneratorSignature signature(Generator generator) {
    return new GeneratorSignature(ParameterGroup.GENERATOR, generator, 3, 3);
  }

  private static Translator translator(Generator generator, Phase phase) {
    var settings = new InferenceSettings(signature(generator), phase, Precision.FLOAT32, 1);
    var model =
        InferenceModel.open(settings, new ImageShape(64, 64, 3), TiledTranslationTest::write);
    var data = new SyntheticFacades(16, 1, 1, 1, 1);
    return new Translator(data, ImageCodec.PLAIN, Optional.empty(), model);
  }

  @SuppressWarnings("unchecked") // All variables of generators are floats.
  private static void write(List<Variable<?>> variables, GraphSession session) {
    for (var variable : variables) {
      var values = new float[Math.toIntExact(variable.shape().size())];
      var random = new Random(values.length);
      for (int i = 0; i < values.length; i++) {
        values[i] =
            variable.shape().numDimensions() == 4 ? 0.1f * (float) random.nextGaussian() : 1;
      }
      try (var tensor = Tensors.ofArray(variable.shape(), values)) {
        ((Variable<TFloat32>) variable).write(session, tensor);
      }
    }
  }

  private static Unet unet(int levels, Normalization normalization) {
    return new Unet(
        levels,
        8,
        normalization,
        0.5,
        DropoutPlacement.PAPER,
        new TransposedUpsampling(4),
        ImmutableList.of(),
        false);
  }

  private static Resnet resnet() {
    return new Resnet(1, 4, new NoNormalization(), 0, new TransposedUpsampling(3), false);
  }

  private static Image noise(int height, int width) {
    var shape = new ImageShape(height, width, 3);
    var values = new float[shape.size()];
    var random = new Random(1);
    for (int i = 0; i < values.length; i++) {
      values[i] = 2 * random.nextFloat() - 1;
    }
    return Image.owning(shape, values);
  }
}
