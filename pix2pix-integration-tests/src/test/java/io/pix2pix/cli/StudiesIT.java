package io.pix2pix.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.inject.Injector;
import io.pix2pix.api.Experiment;
import io.pix2pix.api.image.ImageShape;
import io.pix2pix.api.image.PairShape;
import io.pix2pix.bench.study.plan.StudyPlan;
import io.pix2pix.bench.study.plan.StudyPlan.Cell;
import io.pix2pix.bench.study.plan.StudyReader;
import io.pix2pix.data.paired.Paired;
import io.pix2pix.train.description.NetworkDescriptions;
import io.pix2pix.train.experiment.ExperimentReader;
import io.pix2pix.train.translation.GeneratorSizes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The studies and applications that come with the project. */
class StudiesIT {
  private final Injector injector = Main.injector(StudiesIT.class.getClassLoader());
  private final StudyReader reader = injector.getInstance(StudyReader.class);

  @ParameterizedTest
  @MethodSource("studies")
  void everyCellOfEveryStudyCanBeBuiltAtBothScales(Path file) {
    for (boolean small : new boolean[] {false, true}) {
      var plan = reader.read(file, small, List.of());
      assertThat(file).hasFileName(plan.name() + ".yaml");
      assertThat(plan.scale()).isEqualTo(small ? StudyPlan.SMALL : StudyPlan.FULL);
      long first = plan.cells().get(0).seed();
      plan.cells().stream()
          .filter(cell -> cell.seed() == first)
          .map(Cell::experiment)
          .forEach(StudiesIT::buildsNetworks);
    }
  }

  @ParameterizedTest
  @MethodSource("studies")
  void theCellsOfAStudyDiffer(Path file) {
    for (boolean small : new boolean[] {false, true}) {
      var seen = new HashSet<Experiment>();
      var seed = reader.read(file, small, List.of()).cells().get(0).seed();
      reader.read(file, small, List.of()).cells().stream()
          .filter(cell -> cell.seed() == seed)
          .forEach(cell -> assertThat(seen.add(cell.unnamed())).as(cell.title()).isTrue());
    }
  }

  @Test
  void theSmallTwinOfFigure8AppliesAtTwiceTheSizeOfItsTraining() {
    var plan = reader.read(folder("paper").resolve("figure-8.yaml"), true, List.of());

    assertThat(plan.cells())
        .extracting(cell -> ((Paired) cell.experiment().data()).size())
        .containsExactly(64, 128, 64, 128);
  }

  @Test
  void aSmallTwinKnowsTheAxesOfItsStudyOnly(@TempDir Path temporary) throws IOException {
    var text = Files.readString(folder("paper").resolve("figure-8.yaml"));
    var wrong = temporary.resolve("figure-8.yaml");
    int small = text.lastIndexOf("twice that size");
    Files.writeString(
        wrong,
        text.substring(0, small).replace("base: ../base.yaml", "")
            + text.substring(small).replace("twice", "thrice"));

    assertThatThrownBy(() -> reader.read(wrong, false, List.of())) // also where it is not taken
        .hasMessageContaining("small.axes.applied at.thrice that size: unknown key")
        .hasMessageContaining("twice that size");
  }

  @Test
  void aValueWithoutAnythingIsAnsweredWithWhatWasMeant(@TempDir Path temporary) throws IOException {
    var file = temporary.resolve("empty.yaml");
    Files.writeString(file, "name: empty\ntitle: t\naxes: {objective: {L1: }}\nseeds: [1]\n");

    assertThatThrownBy(() -> reader.read(file, false, List.of()))
        .hasMessageContaining(
            "axes.objective.L1: must be a block of keys, not null; {} changes nothing");
  }

  @ParameterizedTest
  @MethodSource("applications")
  void everyApplicationCanBeBuilt(Path file) {
    var experiment = injector.getInstance(ExperimentReader.class).read(file, List.of());

    assertThat(file).hasFileName(experiment.name() + ".yaml");
    buildsNetworks(experiment);
  }

  @Test
  void tableOneHasTheObjectivesOfThePaper() {
    var plan = reader.read(folder("paper").resolve("table-1.yaml"), false, List.of());

    assertThat(plan.cells()).hasSize(15);
    assertThat(plan.cells().stream().map(Cell::title).distinct())
        .containsExactly("L1", "GAN", "cGAN", "L1 + GAN", "L1 + cGAN");
    assertThat(plan.cells().get(3).experiment().discriminator().conditional()).isFalse();
    assertThat(plan.paper().orElseThrow().cells().get("cGAN"))
        .containsEntry("fcn-score.pixel-accuracy", 0.57);
  }

  @Test
  void whatIsSmallGivesItsSizeToThePluginsThatCellsName() {
    var plan = reader.read(folder("paper").resolve("table-3.yaml"), true, List.of());

    var pixel = NetworkDescriptions.of(plan.cells().get(0).experiment().discriminator(), pair(128));
    var image = NetworkDescriptions.of(plan.cells().get(9).experiment().discriminator(), pair(128));
    // C16-C32 of 1x1 on 6 channels, as the port counts: 6*16 + 16, 16*32 + 2*32, 32 + 1 = 721.
    assertThat(pixel.parameters()).isEqualTo(721);
    assertThat(image.layers().get(image.layers().size() - 1).toString()).contains("2");
  }

  @Test
  void tableFiveGoesFromOneChannelToTwo() {
    var plan = reader.read(folder("paper").resolve("colorization.yaml"), false, List.of());
    var experiment = plan.cells().get(0).experiment();
    var shape = experiment.data().shapeOf(new ImageShape(500, 375, 3));

    var network = NetworkDescriptions.of(experiment.generator(), shape.condition(), 2);

    // That of 3 to 3 channels has 54,413,955: two channels of 4x4x64 less in the first convolution,
    // one of 4x4x128 and its bias less in the last.
    assertThat(network.parameters()).isEqualTo(54_413_955 - 2 * 1024 - 2049);
    assertThat(shape.target()).isEqualTo(new ImageShape(256, 256, 2));
    assertThat(plan.paper().orElseThrow().others().get("Zhang et al. 2016"))
        .containsEntry("perceived-real", 27.8);
  }

  private static void buildsNetworks(Experiment experiment) {
    var shape = shape(experiment);
    GeneratorSizes.check(experiment.generator(), shape.condition(), experiment.name());
    assertThat(
            NetworkDescriptions.of(
                    experiment.generator(), shape.condition(), shape.target().channels())
                .parameters())
        .isPositive();
    assertThat(NetworkDescriptions.of(experiment.discriminator(), shape).parameters()).isPositive();
  }

  private static PairShape shape(Experiment experiment) {
    var shape = experiment.data().shapeOf(new ImageShape(1024, 1024, 3));
    for (var augmentation : experiment.augmentation()) {
      shape = augmentation.shapeOf(shape);
    }
    return shape;
  }

  private static PairShape pair(int size) {
    var image = new ImageShape(size, size, 3);
    return new PairShape(image, image);
  }

  private static List<Path> studies() throws IOException {
    return files(folder("paper"));
  }

  private static List<Path> applications() throws IOException {
    return files(folder("applications"));
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".yaml")).sorted().toList();
    }
  }

  private static Path folder(String name) {
    return Guides.root().resolve("experiments").resolve(name);
  }
}
