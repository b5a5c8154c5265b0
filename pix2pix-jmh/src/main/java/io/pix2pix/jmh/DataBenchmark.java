package io.pix2pix.jmh;

import com.google.common.io.MoreFiles;
import com.google.common.io.RecursiveDeleteOption;
import io.pix2pix.bench.speed.job.Job;
import io.pix2pix.bench.speed.work.Works;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** 64 JPEG pairs, decoded, enlarged, cropped and mirrored: how long do they take on all cores? */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 2, time = 3)
@Measurement(iterations = 5, time = 3)
public class DataBenchmark {
  private Path scratch;
  private Job job;

  @Setup
  public void open() throws IOException {
    scratch = Files.createTempDirectory("pix2pix-jmh");
    var work = Works.of(List.of("loading")).get(0);
    job = Services.jobs().open(work.job(scratch));
  }

  @Benchmark
  public void load() throws InterruptedException {
    job.run();
  }

  @TearDown
  public void close() throws IOException {
    job.close();
    MoreFiles.deleteRecursively(scratch, RecursiveDeleteOption.ALLOW_INSECURE);
  }
}
