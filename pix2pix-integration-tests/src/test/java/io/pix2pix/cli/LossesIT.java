package io.pix2pix.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.inject.Injector;
import io.pix2pix.train.experiment.ExperimentReader;
import io.pix2pix.train.experiment.PluginTable;
import io.pix2pix.train.experiment.PluginTable.PluginDescription;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every loss of the catalog, and the page about them. */
class LossesIT {
  private static final Injector INJECTOR = Main.injector(LossesIT.class.getClassLoader());
  private static final Pattern YAML = Pattern.compile("```yaml\n(.*?)```", Pattern.DOTALL);
  private static final Pattern HEADING = Pattern.compile("(?m)^### `([a-z0-9-]+)`$");
  private static final Pattern PICTURE = Pattern.compile("!\\[[^]]*]\\(([^)]+)\\)");

  /** Shown on the page of objectives and penalties. */
  private static final Set<String> GAME = Set.of("adversarial", "gradient-penalty", "r1");

  @TempDir Path folder;

  static List<String> names() {
    return losses(plugin -> true);
  }

  /** Those that need nothing of the user's. */
  static List<String> ready() {
    return losses(
        plugin -> plugin.settings().stream().allMatch(setting -> setting.standard().isPresent()));
  }

  private static List<String> losses(Predicate<PluginDescription> which) {
    return INJECTOR.getInstance(PluginTable.class).roles().stream()
        .filter(role -> role.name().equals("loss"))
        .flatMap(role -> role.plugins().stream())
        .filter(which)
        .map(PluginDescription::name)
        .toList();
  }

  /**
   * In one run: each is a column of its own. Some look at D's slope, so D must not mix the images
   * of a batch.
   */
  @Test
  void allOfThemTrainTogether() throws IOException {
    var run =
        new Pix2Pix(folder)
            .trained(
                "losses",
                "--set",
                "losses=" + ready(),
                "--set",
                "discriminator.normalization=instance",
                "--set",
                "training.epochs=1");

    // A run stops at a loss that is not finite: it has four steps if all were.
    assertThat(Files.readAllLines(run.resolve("losses.csv"))).hasSize(1 + 4);
    var columns = Files.readAllLines(run.resolve("losses.csv")).get(0);
    assertThat(ready()).allMatch(loss -> columns.contains("." + loss)).hasSizeGreaterThan(10);
  }

  @Test
  void featuresOfADiscriminatorThatNoneTrainsAreRefusedBeforeThereIsARun() {
    var pix2pix = new Pix2Pix(folder);

    for (var loss : new String[] {"feature-matching", "{name: gram, features: discriminator}"}) {
      pix2pix
          .train("bad", "--set", "losses=[l1, " + loss + "]")
          .refuses(1, "none trains it; add {name: adversarial}");
    }
    assertThat(pix2pix.runs()).doesNotExist();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{name: ssim, window: 17}",
        "{name: ms-ssim, window: 17}",
        "{name: gram, features: {name: random, layers: 6}}",
        "{name: covariance, features: {name: pixels, scales: 4}}",
      })
  void imagesThatAreTooSmallAreRefusedBeforeThereIsARun(String loss) {
    var pix2pix = new Pix2Pix(folder);

    pix2pix.train("bad", "--set", "losses=[" + loss + "]").refuses(1, "16x16");
    assertThat(pix2pix.runs()).doesNotExist();
  }

  @Test
  void perceptualWithoutAModelIsRefusedBeforeThereIsARun() {
    var pix2pix = new Pix2Pix(folder);
    var loss = "{name: perceptual, model: nowhere, outputs: [a]}";

    pix2pix
        .train("bad", "--set", "losses=[" + loss + "]")
        .refuses(1, "nowhere: holds no saved_model.pb");
    assertThat(pix2pix.runs()).doesNotExist();
  }

  @Test
  void theirPageReadsAsItIsWritten() throws IOException {
    var reader = INJECTOR.getInstance(ExperimentReader.class);
    var blocks = matches(YAML).map(block -> "name: page\n" + block.group(1)).toList();

    assertThat(blocks).hasSizeGreaterThan(10);
    for (var block : blocks) {
      assertThat(reader.parse(block, "losses.md").losses()).isNotEmpty();
    }
  }

  @Test
  void theirPageShowsEachOfThemButTheGame() throws IOException {
    var shown = matches(HEADING).map(heading -> heading.group(1)).toList();

    assertThat(shown).isSubsetOf(names()).doesNotHaveDuplicates();
    assertThat(names()).allMatch(name -> shown.contains(name) || GAME.contains(name));
    for (var name : ready()) {
      if (!GAME.contains(name)) {
        assertThat(page().resolveSibling("images/losses/" + name + ".png"))
            .isNotEmptyFile()
            .extracting(LossesIT::size)
            .matches(size -> size < 60_000);
      }
    }
    assertThat(matches(PICTURE).map(picture -> page().resolveSibling(picture.group(1))))
        .allMatch(Files::exists);
  }

  private static long size(Path file) {
    return file.toFile().length();
  }

  private static Stream<MatchResult> matches(Pattern pattern) throws IOException {
    return pattern.matcher(Files.readString(page())).results();
  }

  private static Path page() {
    return Guides.root().resolve("docs/losses.md");
  }
}
