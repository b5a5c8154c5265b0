package io.pix2pix.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ObjectArrays;
import io.pix2pix.api.data.DataSource;
import io.pix2pix.data.file.ImageFiles;
import io.pix2pix.train.Trainer;
import io.pix2pix.train.TrainingListener;
import io.pix2pix.train.TrainingRequest;
import io.pix2pix.train.experiment.ExperimentReader;
import io.pix2pix.train.weights.SafetensorsReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every layout from one end to the other. Pairs that are the same, in the same order, train the
 * same network, wherever they lie: not even the last digit of a loss may differ.
 */
class LayoutsIT {
  private static final String AUGMENTATION = "augmentation=[mirror]";
  private static final String WEIGHTS = "checkpoints/step-%08d.safetensors";

  @TempDir static Path home;
  private static Path reference;
  private static Path maskedReference;

  @TempDir Path folder;

  @BeforeAll
  static void trainReferences() throws IOException {
    reference = trainedReference("plain", Layout.reference());
    maskedReference = trainedReference("masked", MaskedLayouts.reference());
    assertThat(losses(reference)).content().hasLineCount(13);
    assertThat(Files.mismatch(losses(maskedReference), losses(reference))).isNotNegative();
  }

  private static Path trainedReference(String name, Layout layout) throws IOException {
    var place = Files.createDirectories(home.resolve(name));
    var run = trained(place, layout, layout.files().get().write(place.resolve("data")));
    works(place, "evaluate", run.toString(), "--metric", "l1");
    return run;
  }

  static List<Layout> ofTheSamePairs() {
    return Layout.ofTheSamePairs().toList();
  }

  static List<Layout> ofOtherPairs() {
    return Layout.ofOtherPairs().toList();
  }

  @ParameterizedTest
  @MethodSource
  void ofTheSamePairs(Layout layout) throws IOException, InterruptedException {
    var data = layout.files().get().write(folder.resolve(layout.place()));

    var run = stoppedAndResumed(layout, data);

    assertSame(run, reference);
    checkCommands(layout, data, run);
    assertThat(folder.resolve("made.png")).hasSameBinaryContentAs(madeByReference());
  }

  @ParameterizedTest
  @MethodSource
  void ofOtherPairs(Layout layout) throws IOException, InterruptedException {
    var data = layout.files().get().write(folder.resolve(layout.place()));
    var place = Files.createDirectories(folder.resolve("undisturbed"));
    var undisturbed = trained(place, layout, data);

    var run = stoppedAndResumed(layout, data);

    assertSame(run, undisturbed);
    checkCommands(layout, data, run);
  }

  static List<Layout> ofMaskedPairs() {
    return MaskedLayouts.others().toList();
  }

  @ParameterizedTest
  @MethodSource
  void ofMaskedPairs(Layout layout) throws IOException, InterruptedException {
    var data = layout.files().get().write(folder.resolve(layout.place()));

    var run = stoppedAndResumed(layout, data);

    assertSame(run, maskedReference);
    checkCommands(layout, data, run);
    assertThat(run.resolve("metrics.csv"))
        .hasSameTextualContentAs(maskedReference.resolve("metrics.csv"));
  }

  private static Path trained(Path place, Layout layout, Path data, String... more) {
    var usual =
        new String[] {
          "--data", data.toString(), "--set", "data=" + layout.data(), "--set", AUGMENTATION
        };
    return new Pix2Pix(place).trained("run", ObjectArrays.concat(usual, more, String.class));
  }

  private Path stoppedAndResumed(Layout layout, Path data) throws InterruptedException {
    var pix2pix = new Pix2Pix(folder);
    var injector = Main.injector(getClass().getClassLoader());
    var experiment =
        injector
            .getInstance(ExperimentReader.class)
            .read(pix2pix.experiment(), List.of("data=" + layout.data(), AUGMENTATION));
    var source = DataSource.of(Optional.of(data));
    var request = new TrainingRequest(experiment, source, pix2pix.runs(), "run", false);
    injector.getInstance(Trainer.class).train(request, new StopAt(7));
    assertThat(pix2pix.runs().resolve("run/losses.csv")).content().hasLineCount(8);

    return trained(folder, layout, data, "--resume");
  }

  private static void assertSame(Path run, Path expected) throws IOException {
    assertThat(losses(run)).hasSameBinaryContentAs(losses(expected));
    assertThat(weights(run)).isEqualTo(weights(expected));
  }

  /** By name; what the optimizer keeps is not among them. */
  private static Map<String, String> weights(Path run) throws IOException {
    var weights = new TreeMap<String, String>();
    int steps = Files.readAllLines(losses(run)).size() - 1;
    try (var checkpoint = SafetensorsReader.open(run.resolve(WEIGHTS.formatted(steps)))) {
      checkpoint.names().stream()
          .filter(name -> !name.startsWith("optimizer/"))
          .forEach(name -> weights.put(name, Arrays.toString(checkpoint.floats(name))));
    }
    assertThat(weights).containsKey("generator/encoder1/kernel");
    return weights;
  }

  private static Path losses(Path run) {
    return run.resolve("losses.csv");
  }

  private void checkCommands(Layout layout, Path data, Path run) {
    var experiment = new Pix2Pix(folder).experiment().toString();
    var set = "data=" + layout.data();
    translate(run, layout);
    works(folder, "evaluate", run.toString(), "--metric", "l1");
    assertThat(run.resolve("metrics.csv")).content().contains("\ntest,");
    var sheet = folder.resolve("sheet.png");
    works(
        folder,
        "data",
        "show",
        experiment,
        "--data",
        data.toString(),
        "--set",
        set,
        "--draws",
        "1",
        "--output",
        sheet.toString());
    assertThat(sheet).exists();
    var report =
        works(folder, "data", "check", data.toString(), "--experiment", experiment, "--set", set);
    assertThat(report.out()).contains("train", "val", "test");
  }

  private void translate(Path run, Layout layout) {
    var pair = LayoutFiles.pair(6);
    var input = folder.resolve("input.png");
    boolean photos = Layout.ofOtherPairs().anyMatch(one -> one.data().equals(layout.data()));
    ImageFiles.write(input, photos ? pair.target() : pair.condition());
    works(
        folder,
        "translate",
        run.toString(),
        input.toString(),
        folder.resolve("made.png").toString());
  }

  private static Path madeByReference() {
    var input = home.resolve("input.png");
    var made = home.resolve("made.png");
    ImageFiles.write(input, LayoutFiles.pair(6).condition());
    works(home, "translate", reference.toString(), input.toString(), made.toString());
    return made;
  }

  private static Pix2Pix.Answer works(Path place, String... arguments) {
    var answer = new Pix2Pix(place).run(arguments);
    assertThat(answer.code()).as("%s: %s", ImmutableList.copyOf(arguments), answer.err()).isZero();
    return answer;
  }

  /** Stops a training after a step. */
  private static final class StopAt implements TrainingListener {
    private final long last;
    private long done;

    StopAt(long last) {
      this.last = last;
    }

    @Override
    public void stepped(long step, float[] losses) {
      done = step;
    }

    @Override
    public boolean wantsStop() {
      return done == last;
    }
  }
}
