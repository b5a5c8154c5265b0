package io.pix2pix.graph.calibration;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import io.pix2pix.api.network.GraphPlan;
import io.pix2pix.graph.convolution.ConvolutionKind;
import io.pix2pix.graph.convolution.ConvolutionShape;
import io.pix2pix.graph.formulation.Formulations;
import io.pix2pix.testing.ManyThreads;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CalibrationCacheTest {
  private static final CalibratedMachine HERE =
      new CalibratedMachine("Some CPU", 2, 0, "2.18.0", "0");
  private static final CalibratedMachine THERE =
      new CalibratedMachine("Some CPU", 4, 0, "2.18.0", "0");
  private static final ImmutableMap<String, Measurement> MEASURED =
      ImmutableMap.of("forward", new Measurement(Map.of("plain", 2.0, "onednn", 1.0)));
  private static final ConvolutionShape SHAPE =
      new ConvolutionShape(ConvolutionKind.FORWARD, 1, 4, 4, 2, 4, 4, 2, 2, true);

  @TempDir private Path folder = Path.of("");

  @Test
  void keepsWhatWasMeasured() {
    new CalibrationCache(folder, HERE).add(MEASURED);

    assertThat(new CalibrationCache(folder, HERE).read()).isEqualTo(MEASURED);
  }

  @Test
  void addsToWhatIsThere() {
    var cache = new CalibrationCache(folder, HERE);
    cache.add(MEASURED);
    cache.add(Map.of("kernel gradient", new Measurement(Map.of("plain", 3.0))));

    assertThat(cache.read()).containsOnlyKeys("forward", "kernel gradient");
  }

  @Test
  void severalThreadsThatMeasureAtOnceLoseNothing() throws InterruptedException {
    ManyThreads.results(
        20,
        i -> {
          var cache = new CalibrationCache(folder, HERE);
          return cache.alone(
              () -> {
                cache.add(Map.of("shape " + i, new Measurement(Map.of("plain", 1.0))));
                return cache.read().size();
              });
        });

    assertThat(new CalibrationCache(folder, HERE).read()).hasSize(20);
  }

  @Test
  void anotherMachineHasAFileOfItsOwn() {
    new CalibrationCache(folder, HERE).add(MEASURED);

    assertThat(new CalibrationCache(folder, THERE).read()).isEmpty();
  }

  @Test
  void aDigitThatChangedCountsAsDamage() throws IOException {
    var cache = new CalibrationCache(folder, HERE);
    cache.add(MEASURED);
    var text = Files.readString(cache.file());
    assertThat(text).contains("2.0");
    Files.writeString(cache.file(), text.replace("2.0", "0.0"));

    assertThat(cache.read()).isEmpty();
  }

  @Test
  void aDamagedFileCountsAsNoneAndIsReplaced() throws IOException {
    var cache = new CalibrationCache(folder, HERE);
    Files.writeString(cache.file(), "{\"version\": 1, \"mach");

    assertThat(cache.read()).isEmpty();
    cache.add(MEASURED);
    assertThat(cache.read()).isEqualTo(MEASURED);
  }

  @Test
  void aFileOfAnotherVersionCountsAsNone() throws IOException {
    var cache = new CalibrationCache(folder, HERE);
    cache.add(MEASURED);
    var text =
        Files.readString(cache.file()).replaceFirst("\"version\" : [0-9]+", "\"version\" : 99");
    Files.writeString(cache.file(), text);

    assertThat(cache.read()).isEmpty();
  }

  @Test
  void measuringGoesOnWhereTheFolderCannotBeMade() throws IOException {
    var file = Files.createFile(folder.resolve("file"));
    var cache = new CalibrationCache(file.resolve("below"), HERE);
    var choice = new CalibratedChoice(Formulations.all(), () -> cache);

    assertThat(choice.choose(ImmutableSet.of(SHAPE))).containsOnlyKeys(SHAPE);
    assertThat(cache.read()).isEmpty();
  }

  @Test
  void whatIsKnownIsNotMeasuredAgain() {
    var cache = new CalibrationCache(folder, HERE);
    cache.add(Map.of(SHAPE.toString(), new Measurement(Map.of("plain", 2.0, "never made", 1.0))));
    var choice = new CalibratedChoice(Formulations.all(), () -> cache);

    assertThat(choice.choose(ImmutableSet.of(SHAPE))).containsEntry(SHAPE, "never made");
  }

  @Test
  void withoutMeasuringEverythingStaysAsItWasBuilt() {
    assertThat(FormulationChoice.PLAIN.choose(ImmutableSet.of(SHAPE)))
        .containsEntry(SHAPE, GraphPlan.PLAIN);
  }
}
