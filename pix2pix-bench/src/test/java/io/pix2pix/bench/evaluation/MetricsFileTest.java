package io.pix2pix.bench.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.primitives.ImmutableDoubleArray;
import io.pix2pix.api.error.InvalidInputException;
import io.pix2pix.api.metric.Direction;
import io.pix2pix.api.metric.MetricName;
import io.pix2pix.api.metric.PerImageStatistics;
import io.pix2pix.api.network.Statistics;
import io.pix2pix.train.checkpoint.WeightSelection;
import io.pix2pix.train.measure.Interval;
import io.pix2pix.train.measure.MetricValue;
import io.pix2pix.train.weights.SafetensorsReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MetricsFileTest {
  private static final MetricName L1 = new MetricName("l1", "of 0 to 1", Direction.LOWER);
  private static final MetricName PSNR = new MetricName("psnr", "dB", Direction.HIGHER);

  @TempDir private Path folder;

  @Test
  void keepsOtherFiguresAndReplacesTheSame() {
    var file = folder.resolve("metrics.csv");
    var metrics = new MetricsFile(file);
    var early =
        new EvaluationKey(
            "test", 10, WeightSelection.TRAINED, Statistics.BATCH, EvaluationKey.Noise.ON, 3);
    var late =
        new EvaluationKey(
            "test", 20, WeightSelection.TRAINED, Statistics.BATCH, EvaluationKey.Noise.ON, 3);

    metrics.add(early, ImmutableList.of(new MetricValue(L1, 0.5, Interval.UNKNOWN)));
    metrics.add(late, ImmutableList.of(new MetricValue(L1, 0.4, Interval.UNKNOWN)));
    metrics.add(late, ImmutableList.of(new MetricValue(PSNR, 12, new Interval(11, 14))));
    metrics.add(late, ImmutableList.of(new MetricValue(L1, 0.25, new Interval(0.125, 0.5))));

    assertThat(file)
        .content()
        .isEqualTo(
            """
            split,step,weights,statistics,noise,images,metric,value,low,high,unit,better
            test,10,trained,batch,on,3,l1,0.500000,,,of 0 to 1,lower
            test,20,trained,batch,on,3,psnr,12.000000,11.000000,14.000000,dB,higher
            test,20,trained,batch,on,3,l1,0.250000,0.125000,0.500000,of 0 to 1,lower
            """);
  }

  @Test
  void severalThatAddAtOnceLoseNothing() {
    var metrics = new MetricsFile(folder.resolve("metrics.csv"));

    IntStream.rangeClosed(1, 40).parallel().forEach(step -> add(metrics, step));

    assertThat(metrics.read().keys().stream().map(EvaluationKey::step).sorted())
        .containsExactlyElementsOf(LongStream.rangeClosed(1, 40).boxed().toList());
  }

  private static void add(MetricsFile metrics, int step) {
    var key =
        new EvaluationKey(
            "test", step, WeightSelection.TRAINED, Statistics.BATCH, EvaluationKey.Noise.ON, 3);
    metrics.add(key, ImmutableList.of(new MetricValue(L1, 0.5, Interval.UNKNOWN)));
  }

  @Test
  void tellsTheFirstFigureOfEachMetricOfTheLastEvaluation() {
    var metrics = new MetricsFile(folder.resolve("metrics.csv"));
    var early =
        new EvaluationKey(
            "test", 10, WeightSelection.TRAINED, Statistics.BATCH, EvaluationKey.Noise.ON, 3);
    var late =
        new EvaluationKey(
            "test", 20, WeightSelection.TRAINED, Statistics.BATCH, EvaluationKey.Noise.ON, 3);
    var red = new MetricName("lab-histogram.L", "of 0 to 1", Direction.HIGHER);
    var green = new MetricName("lab-histogram.a", "of 0 to 1", Direction.HIGHER);

    metrics.add(early, ImmutableList.of(new MetricValue(PSNR, 12, Interval.UNKNOWN)));
    metrics.add(
        late,
        ImmutableList.of(
            new MetricValue(red, 0.5, Interval.UNKNOWN),
            new MetricValue(green, 0.25, Interval.UNKNOWN),
            new MetricValue(L1, 0.125, Interval.UNKNOWN)));

    assertThat(metrics.newest(2).toString()).isEqualTo("{lab-histogram.L=0.5, l1=0.125}");
    assertThat(metrics.newest(1).keySet()).containsExactly("lab-histogram.L");
  }

  @Test
  void readsWhatItWritesAlsoOfASplitWithAComma() {
    var metrics = new MetricsFile(folder.resolve("metrics.csv"));
    var key =
        new EvaluationKey(
            "day, \"night\"",
            10,
            WeightSelection.AVERAGED,
            Statistics.RUNNING,
            EvaluationKey.Noise.OFF,
            3);
    var l1 = new MetricValue(L1, 0.5, new Interval(0.25, 0.75));

    metrics.add(key, ImmutableList.of(new MetricValue(L1, 0.125, Interval.UNKNOWN)));
    metrics.add(key, ImmutableList.of(l1));

    assertThat(metrics.read().entries()).containsExactly(Map.entry(key, l1));
    assertThat(metrics.file())
        .content()
        .endsWith(
            "\n"
                + "\"day,"
                + " \"\"night\"\"\",10,averaged,running,off,3,l1,0.500000,0.250000,0.750000,of 0 to"
                + " 1,lower\n");
  }

  @Test
  void readsTheFilesOfRunsFromBeforeTheColumnHadItsName() throws IOException {
    var header = "split,step,weights,statistics,noise,images,figure,value,low,high,unit,better\n";
    var row = "test,10,trained,batch,on,3,l1,0.5,0.25,0.75,of 0 to 1,lower\n";
    var metrics = new MetricsFile(Files.writeString(folder.resolve("metrics.csv"), header + row));

    assertThat(metrics.newest(1)).containsExactly(Map.entry("l1", 0.5));
    metrics.add(metrics.read().keys().iterator().next(), ImmutableList.of());
    assertThat(metrics.file())
        .content()
        .startsWith("split,step,weights,statistics,noise,images,metric,");
  }

  @Test
  void refusesAFileThatEndsInsideQuotes() throws IOException {
    var header = "split,step,weights,statistics,noise,images,metric,value,low,high,unit,better\n";
    var file = Files.writeString(folder.resolve("metrics.csv"), header + "\"test,10");

    assertThatThrownBy(() -> new MetricsFile(file).read())
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("metrics.csv: cannot be read");
  }

  @Test
  void keepsAFileOfOtherColumnsUnderAnotherName() throws IOException {
    var file = Files.writeString(folder.resolve("metrics.csv"), "split,l1\ntest,0.1\n");
    var key =
        new EvaluationKey(
            "test", 10, WeightSelection.TRAINED, Statistics.BATCH, EvaluationKey.Noise.ON, 3);

    new MetricsFile(file).add(key, ImmutableList.of());

    assertThat(folder.resolve("metrics.csv.damaged-1")).hasContent("split,l1\ntest,0.1");
    assertThat(file).content().startsWith("split,step,");
  }

  @Test
  void keepsWhatWasFoundForEachImage() {
    var key =
        new EvaluationKey(
            "test", 20, WeightSelection.TRAINED, Statistics.BATCH, EvaluationKey.Noise.ON, 2);
    var one = ImmutableDoubleArray.of(0.5);
    var other = ImmutableDoubleArray.of(0.25);
    var result =
        new EvaluationResult(
            ImmutableList.of(),
            ImmutableList.of(L1),
            ImmutableList.of(
                new EvaluationResult.OfImage("a.png", one),
                new EvaluationResult.OfImage("b,\"c\".png", other)),
            ImmutableList.of(
                new EvaluationResult.OfMetric(
                    "{name: l1}",
                    ImmutableList.of(L1),
                    new PerImageStatistics(
                        ImmutableList.of(one, other),
                        ImmutableMap.of("mean", ImmutableDoubleArray.of(0.75, 0.125))))));

    var table = new EvaluationFiles(folder).write(key, result);

    assertThat(table)
        .hasFileName("test-step-00000020-trained-batch-noise-on.csv")
        .content()
        .isEqualTo("image,l1\na.png,0.500000\n\"b,\"\"c\"\".png\",0.250000\n");
    var evidence = folder.resolve("test-step-00000020-trained-batch-noise-on.safetensors");
    try (var reader = SafetensorsReader.open(evidence)) {
      assertThat(reader.shape("l1")).containsExactly(2L, 1L);
      assertThat(reader.floats("l1")).containsExactly(0.5f, 0.25f);
    }
    var files = new EvaluationFiles(folder);
    assertThat(files.images(key)).containsExactly("a.png", "b,\"c\".png");
    assertThat(files.settings(key)).containsExactly(Map.entry("l1", "{name: l1}"));
    assertThat(files.statistics(key, L1)).contains(result.metrics().get(0).statistics());
    assertThat(files.statistics(key, PSNR)).isEmpty();
  }
}
