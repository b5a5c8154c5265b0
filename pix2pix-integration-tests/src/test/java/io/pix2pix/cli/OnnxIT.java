package io.pix2pix.cli;

import static io.pix2pix.testing.PixAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.onnx.proto.OnnxMl.ModelProto;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ObjectArrays;
import com.google.common.io.MoreFiles;
import io.pix2pix.api.image.Image;
import io.pix2pix.api.image.ImageShape;
import io.pix2pix.api.network.Phase;
import io.pix2pix.api.network.Statistics;
import io.pix2pix.onnx.OnnxLayout;
import io.pix2pix.train.layout.ExportSettings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What ONNX Runtime makes of exported generators, beside our own translation. */
class OnnxIT {
  private static final double TOLERANCE = 1e-4;
  private static final String GENERATOR = "generator=";
  @TempDir static Path home;
  private static Pix2Pix pix2pix;
  private static Path plain;

  @TempDir Path folder;

  @BeforeAll
  static void trainAUnet() {
    pix2pix = new Pix2Pix(home);
    plain = pix2pix.trained("plain");
  }

  /** Together they have every network, normalization and upsampling. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{name: unet, levels: 2, filters: 8, normalization: batch} | BATCH",
        "{name: unet, levels: 2, filters: 8, normalization: batch} | RUNNING",
        "{name: unet, levels: 3, filters: 8, normalization: instance, upsampling: resize-convolution} | BATCH",
        "{name: unet, levels: 2, filters: 1, normalization: none, disabledSkips: [1]} | BATCH",
        "{name: encoder-decoder, levels: 3, filters: 8, normalization: {name: group, groups: 4}, upsampling: {name: resize-convolution, interpolation: bilinear}} | BATCH",
        "{name: encoder-decoder, levels: 2, filters: 8, normalization: layer, upsampling: sub-pixel} | BATCH",
        "{name: resnet, blocks: 1, filters: 8, normalization: batch, spectralNormalization: true} | BATCH",
        "{name: resnet, blocks: 2, filters: 8, normalization: batch} | RUNNING",
        "{name: resnet, blocks: 1, filters: 8, normalization: instance, upsampling: sub-pixel} | BATCH",
      })
  void everyImageOfABatchBecomesThePictureOfTranslate(String network, Statistics statistics)
      throws Exception {
    var run =
        pix2pix.trained(
            "run-" + Integer.toHexString(network.hashCode()),
            "--set",
            GENERATOR + network,
            "--set",
            "training.epochs=1");
    var conditions = ImmutableList.of(image(32, 16, 1), image(32, 16, 2));

    var file = exported(run, "--statistics", statistics.name());

    OnnxRules.assertKept(read(file));
    try (var model = new OnnxModel(file);
        var translator = PortFiles.run(run).translator(Phase.translation(statistics, false), 1)) {
      var generated = model.generated(conditions);
      for (int i = 0; i < conditions.size(); i++) {
        assertThat(generated.get(i))
            .isCloseTo(translator.translate(conditions.get(i), "condition"), TOLERANCE);
      }
    } finally {
      MoreFiles.deleteRecursively(run);
    }
  }

  @Test
  void takesOneSizeWhereThatIsAskedFor() throws Exception {
    var file = exported(plain, "--size", "16x32");

    var condition = image(32, 16, 3);
    try (var model = new OnnxModel(file);
        var translator =
            PortFiles.run(plain).translator(Phase.translation(Statistics.BATCH, false), 1)) {
      assertThat(model.generated(ImmutableList.of(condition)).get(0))
          .isCloseTo(translator.translate(condition, "condition"), TOLERANCE);
      assertThat(model.signature()).allSatisfy(one -> assertThat(one).contains("[-1, 3, 32, 16]"));
      assertThatThrownBy(() -> model.generated(ImmutableList.of(image(16, 16, 1))))
          .hasMessageContaining("condition");
    }
  }

  @Test
  void aFreeSizeSaysWhichSizesItTakes() throws Exception {
    try (var model = new OnnxModel(exported(plain))) {
      assertThat(model.signature()).allSatisfy(one -> assertThat(one).contains("[-1, 3, -1, -1]"));
      assertThatThrownBy(() -> model.generated(ImmutableList.of(image(16, 18, 1))))
          .hasMessageContaining("height_and_width_must_be_multiples_of_4_from_4_on");
    }
  }

  @Test
  void drawsNoiseWhereThatIsAskedFor() throws Exception {
    var condition = ImmutableList.of(image(16, 16, 1), image(16, 16, 1));

    try (var model = new OnnxModel(exported(plain, "--noise", "on"))) {
      var generated = model.generated(condition);
      assertThat(generated.get(0)).isEqualTo(generated.get(1));
      assertThat(model.generated(condition).get(0)).isNotEqualTo(generated.get(0));
    }
  }

  @Test
  void saysWhereItComesFrom() throws Exception {
    try (var model = new OnnxModel(exported(plain, "--size", "16x16"))) {
      assertThat(model.metadata())
          .containsEntry("run", "plain")
          .containsEntry("step", "12")
          .containsEntry("weights", "trained")
          .containsEntry("statistics", "batch")
          .containsEntry("noise", "off")
          .containsEntry("range", "[-1, 1]")
          .containsEntry("size_multiple", "4")
          .hasEntrySatisfying("experiment_sha256", sum -> assertThat(sum).matches("[0-9a-f]{64}"))
          .containsKeys("pix2pix", "data_checksum");
    }
  }

  @Test
  void hasThePaletteOfLabelMaps() throws Exception {
    var palette = "index,class,red,green,blue\n0,sky,128,128,128\n";
    var file = Files.writeString(plain.resolve("palette.csv"), palette);

    try (var model = new OnnxModel(exported(plain))) {
      assertThat(model.metadata()).containsEntry("palette", palette);
    } finally {
      Files.delete(file);
    }
  }

  @Test
  void programsExportWithoutACommandLine() throws Exception {
    var run = PortFiles.run(plain);
    var file = folder.resolve("program.onnx");

    new OnnxLayout().writing(run, ExportSettings.usual(run.weights()), file).run();

    assertThat(file).hasSameBinaryContentAs(exported(plain));
  }

  @Test
  void refusesWhatItCannotWriteAndWhatDoesNothing() throws Exception {
    var file = exported(plain);

    export(plain, file).refuses(1, file + ": exists already");
    export(plain, folder.resolve("odd.onnx"), "--size", "18x16").refuses(1, "--size: 18x16 pixels");
    export(plain, folder.resolve("model.onnx"), "--license", "mit")
        .refuses(2, "--license: does nothing here, it is for layouts huggingface");
    export(plain, folder.resolve("model.safetensors"), "--noise", "on")
        .refuses(2, "--noise: does nothing here, it is for layouts onnx");
    export(plain, folder.resolve("model"))
        .refuses(1, "end the name in .safetensors or .onnx, or give --layout");
    export(plain, folder.resolve("model"), "--layout", "onxx").refuses(1, "--layout", "onnx");
    assertThat(folder).isDirectoryNotContaining("glob:**/*.safetensors");
  }

  private Path exported(Path run, String... more) {
    var file = folder.resolve("model.onnx");
    var answer = export(run, file, more);
    assertThat(answer.code()).as(answer.err()).isZero();
    return file;
  }

  private static Pix2Pix.Answer export(Path run, Path file, String... more) {
    String[] first = {"export", run.toString(), file.toString()};
    return pix2pix.run(ObjectArrays.concat(first, more, String.class));
  }

  private static ModelProto read(Path file) throws Exception {
    return ModelProto.parseFrom(Files.readAllBytes(file));
  }

  private static Image image(int height, int width, long seed) {
    var shape = new ImageShape(height, width, 3);
    var values = new float[shape.size()];
    var random = new Random(seed);
    for (int i = 0; i < values.length; i++) {
      values[i] = 2 * random.nextFloat() - 1;
    }
    return Image.owning(shape, values);
  }
}
