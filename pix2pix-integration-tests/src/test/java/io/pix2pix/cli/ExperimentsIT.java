package io.pix2pix.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableList;
import com.google.inject.Injector;
import io.pix2pix.api.Experiment;
import io.pix2pix.api.error.InvalidInputException;
import io.pix2pix.api.loss.Loss;
import io.pix2pix.api.training.Training;
import io.pix2pix.data.augment.Jitter;
import io.pix2pix.data.augment.Mirror;
import io.pix2pix.data.paired.Direction;
import io.pix2pix.data.paired.Paired;
import io.pix2pix.models.discriminator.PatchGan;
import io.pix2pix.models.generator.DropoutPlacement;
import io.pix2pix.models.generator.Unet;
import io.pix2pix.models.initializer.Normal;
import io.pix2pix.models.loss.Adversarial;
import io.pix2pix.models.loss.L1;
import io.pix2pix.models.normalization.BatchNormalization;
import io.pix2pix.models.objective.CrossEntropy;
import io.pix2pix.models.upsampling.TransposedUpsampling;
import io.pix2pix.train.experiment.ExperimentReader;
import io.pix2pix.train.experiment.ExperimentWriter;
import io.pix2pix.train.optimizer.Adam;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The experiment files that come with the project. */
class ExperimentsIT {
  private static final Loss ADVERSARIAL = new Adversarial(new CrossEntropy(), 1);
  private static final Loss L1 = new L1(100);

  private final Injector injector = Main.injector(ExperimentsIT.class.getClassLoader());
  private final ExperimentReader reader = injector.getInstance(ExperimentReader.class);

  @ParameterizedTest
  @MethodSource("files")
  void everyFileIsNamedAsItsExperimentAndReadBackAsItWasWritten(Path file) {
    var experiment = reader.read(file, List.of());
    var spelledOut = injector.getInstance(ExperimentWriter.class).write(experiment);

    assertThat(file).hasFileName(experiment.name() + ".yaml");
    assertThat(reader.parse(spelledOut, "spelled out")).isEqualTo(experiment);
  }

  @Test
  void baseSpellsTheSettingsOfThePaper() {
    var normalization = new BatchNormalization(1e-5);

    assertThat(read("base"))
        .isEqualTo(
            new Experiment(
                "base",
                1,
                new Paired(Direction.AtoB, 0),
                ImmutableList.of(new Jitter(286, 256), new Mirror(0.5)),
                new Unet(
                    8,
                    64,
                    normalization,
                    0.5,
                    DropoutPlacement.PAPER,
                    new TransposedUpsampling(4),
                    ImmutableList.of(),
                    false),
                new PatchGan(70, 64, true, normalization, false),
                ImmutableList.of(ADVERSARIAL, L1),
                new Training(200, 1, new Adam(0.0002, 0.5, 0.999, 1e-8), new Normal(0, 0.02))));
  }

  @Test
  void facadesGoesFromLabelsToPhotosAndDiffersFromBaseInNothingElse() {
    var base = read("base");

    assertThat(read("facades"))
        .isEqualTo(base.withName("facades").withData(new Paired(Direction.BtoA, 0)));
  }

  @ParameterizedTest
  @MethodSource("tableOne")
  void theObjectivesOfTableOneAreSmallDifferences(
      ImmutableList<Loss> losses, boolean conditional, String[] changes) {
    var experiment = read("base", changes);

    assertThat(experiment.losses()).isEqualTo(losses);
    assertThat(experiment.discriminator().conditional()).isEqualTo(conditional);
  }

  @ParameterizedTest
  @CsvSource({"README.md, experiments/shoes.yaml", "docs/first-run.md, experiments/mine.yaml"})
  void theExperimentOfAGuideCanBeRead(String guide, String name, @TempDir Path folder)
      throws IOException {
    Files.copy(file("base"), folder.resolve("base.yaml"));
    var text = Guides.file(Guides.root().resolve(guide), name);
    var file = Files.writeString(folder.resolve("experiment.yaml"), text);

    assertThat(name).isEqualTo("experiments/" + reader.read(file, List.of()).name() + ".yaml");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "generator={name: unet, disabledSkips: [1, 2], dropoutPlacement: port}",
        "generator.upsampling={name: resize-convolution, interpolation: bilinear}",
        "generator={name: resnet, blocks: 6, normalization: {name: group, groups: 8}}",
        "generator={name: encoder-decoder, upsampling: sub-pixel, normalization: layer}",
        "discriminator={name: multi-scale, discriminator: {name: pixel, conditional: false}}"
      })
  void choicesOfNetworksAreReadBackAsTheyWereWritten(String change) {
    var experiment = read("base", change);
    var spelledOut = injector.getInstance(ExperimentWriter.class).write(experiment);

    assertThat(experiment).isNotEqualTo(read("base"));
    assertThat(reader.parse(spelledOut, "spelled out")).isEqualTo(experiment);
  }

  @Test
  void aSkipThatIsNotThereCannotBeSevered() {
    assertThatThrownBy(() -> read("base", "generator.disabledSkips=[3, 8]"))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("generator")
        .hasMessageEndingWith(
            "disabledSkips: there is no skip connection at level 8; must be from 1 to 7, as levels"
                + " is 8");
  }

  private static Stream<Arguments> tableOne() {
    var gan = "discriminator.conditional=false";
    return Stream.of(
        row(ImmutableList.of(L1), true, "losses=[l1]"),
        row(ImmutableList.of(ADVERSARIAL), false, "losses=[adversarial]", gan),
        row(ImmutableList.of(ADVERSARIAL), true, "losses=[adversarial]"),
        row(ImmutableList.of(ADVERSARIAL, L1), false, gan),
        row(ImmutableList.of(ADVERSARIAL, L1), true));
  }

  private static Arguments row(ImmutableList<Loss> losses, boolean conditional, String... changes) {
    return Arguments.of(losses, conditional, changes);
  }

  private static ImmutableList<Path> files() throws IOException {
    try (var files = Files.list(Guides.root().resolve("experiments"))) {
      return files
          .filter(file -> file.toString().endsWith(".yaml"))
          .sorted()
          .collect(ImmutableList.toImmutableList());
    }
  }

  private Experiment read(String name, String... changes) {
    return reader.read(file(name), Arrays.asList(changes));
  }

  private static Path file(String name) {
    return Guides.root().resolve("experiments").resolve(name + ".yaml");
  }
}
