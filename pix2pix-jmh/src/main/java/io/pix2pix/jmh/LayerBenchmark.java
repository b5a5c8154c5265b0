package io.pix2pix.jmh;

import io.pix2pix.bench.speed.job.JobKind;
import io.pix2pix.bench.speed.job.JobSettings;
import io.pix2pix.bench.speed.roofline.IsolatedLayers;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** One convolution of G alone, forward, at 256x256 and batch 1: which of them is slow? */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 2, time = 3)
@Measurement(iterations = 5, time = 3)
public class LayerBenchmark {
  @Param({
    "generator/encoder1", "generator/encoder2", "generator/encoder3", "generator/encoder4",
    "generator/encoder5", "generator/encoder6", "generator/encoder7", "generator/encoder8",
    "generator/decoder8", "generator/decoder7", "generator/decoder6", "generator/decoder5",
    "generator/decoder4", "generator/decoder3", "generator/decoder2", "generator/decoder1"
  })
  private String layer;

  private IsolatedLayers layers;
  private IsolatedLayers.LayerRun run;

  @Setup
  public void open() {
    var settings = JobSettings.of(JobKind.FORWARD, 1, 256, 64);
    layers = IsolatedLayers.ofGenerator(Services.jobs().experiment(settings), 256);
    run = layers.open(layer);
  }

  @Benchmark
  public void forward() {
    run.run();
  }

  @TearDown
  public void close() {
    run.close();
    layers.close();
  }
}
