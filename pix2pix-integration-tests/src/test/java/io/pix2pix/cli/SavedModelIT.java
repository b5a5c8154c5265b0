package io.pix2pix.cli;

import static io.pix2pix.testing.PixAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Lists;
import com.google.common.collect.ObjectArrays;
import com.google.common.primitives.Floats;
import io.pix2pix.api.image.Image;
import io.pix2pix.api.image.ImageShape;
import io.pix2pix.api.network.Phase;
import io.pix2pix.api.network.Statistics;
import io.pix2pix.testing.Tensors;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tensorflow.SavedModelBundle;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.types.TFloat32;

/** What plain TensorFlow for Java makes of an exported generator. */
class SavedModelIT {
  private static final double TOLERANCE = 1e-5;
  @TempDir Path folder;
  private Pix2Pix pix2pix;
  private Path run;
  private Path model;

  @BeforeEach
  void chooseAFolder() {
    pix2pix = new Pix2Pix(folder);
    run = folder.resolve("run");
    model = folder.resolve("models/model");
  }

  /** TensorFlow computes the same otherwise where weights are constants, and rounds otherwise. */
  @ParameterizedTest
  @ValueSource(
      strings = {"unet-batch", "unet-instance", "unet-none", "resnet-batch", "resnet-instance"})
  void givesThePictureOfTranslateInAFixedSizeAndInAFreeOne(String network) {
    imported(network);
    var expected = translated(PortFiles.condition(network), Statistics.BATCH);

    for (var size : List.of("32x32", "free")) {
      model = folder.resolve(size);
      succeeds("--size", size);

      var condition = PortFiles.condition(network);
      assertThat(generated(condition)).as(size).isCloseTo(expected, TOLERANCE);
    }
  }

  @Test
  void usesRunningStatisticsWhereWanted() {
    imported("unet-batch");
    succeeds("--statistics", "running");

    var condition = PortFiles.condition("unet-batch");
    assertThat(generated(condition))
        .isCloseTo(translated(condition, Statistics.RUNNING), TOLERANCE)
        .isCloseTo(PortFiles.generated("unet-batch"), TOLERANCE);
  }

  /** A batch once ended the process. */
  @ParameterizedTest
  @ValueSource(strings = {"32x32", "free"})
  void takesABatchOfWhichEachImageIsWhatItIsAlone(String size) {
    imported("unet-batch");
    succeeds("--size", size);
    var condition = PortFiles.condition("unet-batch");
    var mirrored = mirrored(condition);

    assertThat(generated(ImmutableList.of(mirrored, condition, mirrored)))
        .satisfiesExactly(
            first -> assertThat(first).isCloseTo(generated(mirrored), TOLERANCE),
            second -> assertThat(second).isCloseTo(generated(condition), TOLERANCE),
            third -> assertThat(third).isCloseTo(generated(mirrored), TOLERANCE));
  }

  @Test
  void aFreeSizeTakesImagesOfManySizes() {
    imported("unet-batch");
    succeeds();

    assertThat(generated(image(64, 96))).hasShape(64, 96, 3);
  }

  @Test
  void aFreeSizeSaysWhichSizesItTakes() {
    imported("unet-batch");
    succeeds();

    assertThatThrownBy(() -> generated(image(32, 40)))
        .hasMessageContaining("height and width must be multiples of 32, from 32 on, not")
        .hasMessageContaining("[32 40]");
  }

  @Test
  void sayInTheirSignatureWhatTheyTakeAndGive() {
    imported("unet-instance");
    succeeds("--size", "64x32");

    try (var bundle = SavedModelBundle.load(model.toString(), "serve")) {
      var signature = bundle.function("serving_default").signature();
      assertThat(signature.getInputs())
          .extractingByKey("condition")
          .extracting(input -> input.shape.toString())
          .isEqualTo("[-1, 32, 64, 2]");
      assertThat(signature.getOutputs())
          .extractingByKey("generated")
          .extracting(output -> output.shape.toString())
          .isEqualTo("[-1, 32, 64, 1]");
    }
  }

  @Test
  void refusesAFolderThatIsThere() throws Exception {
    imported("unet-batch");
    Files.createDirectories(model);

    export().refuses(1, model + ": exists already; give a folder that does not");
  }

  @Test
  void refusesSizesThatTheGeneratorCannotHalve() {
    imported("unet-batch");

    export("--size", "33x32").refuses(1, "--size: 33x32 pixels; this generator takes");
    export("--size", "big").refuses(2, "\"big\" is no size");
    assertThat(model).doesNotExist();
  }

  private Image generated(Image condition) {
    return generated(ImmutableList.of(condition)).get(0);
  }

  private ImmutableList<Image> generated(ImmutableList<Image> conditions) {
    var shape = conditions.get(0).shape();
    var batch = Shape.of(conditions.size(), shape.height(), shape.width(), shape.channels());
    var values = conditions.stream().map(Image::toArray).toArray(float[][]::new);
    try (var bundle = SavedModelBundle.load(model.toString(), "serve");
        var input = Tensors.ofArray(batch, Floats.concat(values));
        var result = bundle.function("serving_default").call(ImmutableMap.of("condition", input))) {
      var images = (TFloat32) result.get("generated").orElseThrow();
      var each = shape.withChannels(Math.toIntExact(images.shape().get(3)));
      return Lists.partition(Floats.asList(Tensors.toArray(images)), each.size()).stream()
          .map(image -> Image.owning(each, Floats.toArray(image)))
          .collect(ImmutableList.toImmutableList());
    }
  }

  private static Image mirrored(Image image) {
    var values = image.toArray();
    Floats.reverse(values);
    return Image.owning(image.shape(), values);
  }

  private Image translated(Image condition, Statistics statistics) {
    try (var translator = PortFiles.run(run).translator(Phase.translation(statistics, false), 1)) {
      return translator.translate(condition, "condition");
    }
  }

  private void imported(String network) {
    var answer = pix2pix.run("import", PortFiles.weights(network).toString(), run.toString());
    assertThat(answer.code()).as(answer.err()).isZero();
  }

  private void succeeds(String... more) {
    var answer = export(more);
    assertThat(answer.code()).as(answer.err()).isZero();
  }

  private Pix2Pix.Answer export(String... more) {
    String[] first = {"export", run.toString(), "--saved-model", model.toString()};
    return pix2pix.run(ObjectArrays.concat(first, more, String.class));
  }

  private static Image image(int height, int width) {
    var shape = new ImageShape(height, width, 3);
    return Image.of(shape, new float[shape.size()]);
  }
}
