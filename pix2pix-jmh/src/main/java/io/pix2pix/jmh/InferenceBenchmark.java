package io.pix2pix.jmh;

import io.pix2pix.bench.speed.job.Job;
import io.pix2pix.bench.speed.job.JobKind;
import io.pix2pix.bench.speed.job.JobSettings;
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

/** Translation of images in memory: how does its time grow with the number of images? */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 2, time = 3)
@Measurement(iterations = 5, time = 3)
public class InferenceBenchmark {
  @Param({"1", "4", "8"})
  private int batch;

  private Job job;

  @Setup
  public void open() {
    job = Services.jobs().open(JobSettings.of(JobKind.FORWARD, batch, 256, 64));
  }

  @Benchmark
  public void translate() throws InterruptedException {
    job.run();
  }

  @TearDown
  public void close() {
    job.close();
  }
}
