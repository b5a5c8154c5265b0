package io.pix2pix.bench.speed.measure;

import com.google.common.util.concurrent.ThreadFactoryBuilder;
import io.pix2pix.bench.speed.measure.Noise.Reading;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * A fixed computation on all cores at once, whose time tells whether the machine is quiet. Used by
 * one thread at a time.
 */
public final class Calibration implements AutoCloseable {
  private static final int REPETITIONS = 5;
  private static final int WARM = 3;
  private static final int LENGTH = 15_000_000;
  private static final double NANOS = 1e9;

  private final ExecutorService threads;
  private final List<Callable<Reading>> loops;

  private Calibration(int cores) {
    var named = new ThreadFactoryBuilder().setDaemon(true).setNameFormat("calibration-%d");
    threads = Executors.newFixedThreadPool(cores, named.build());
    loops = Collections.nCopies(cores, Calibration::loop);
  }

  /** Computes a few times, so that the loop is compiled and all readings are alike. */
  public static Calibration start() throws InterruptedException {
    var calibration = new Calibration(Runtime.getRuntime().availableProcessors());
    for (int i = 0; i < WARM; i++) {
      calibration.once();
    }
    return calibration;
  }

  /** Computes for about a tenth of a second. A disturbance much shorter than that is left out. */
  public Reading read() throws InterruptedException {
    var readings = new ArrayList<Reading>();
    for (int i = 0; i < REPETITIONS; i++) {
      readings.add(once());
    }
    return new Reading(
        RoundValues.median(readings.stream().map(Reading::elapsed).toList()),
        RoundValues.median(readings.stream().map(Reading::computing).toList()));
  }

  private Reading once() throws InterruptedException {
    double slowest = 0;
    double fastest = Double.MAX_VALUE;
    for (var loop : threads.invokeAll(loops)) {
      var reading = result(loop);
      slowest = Math.max(slowest, reading.elapsed());
      fastest = Math.min(fastest, reading.computing());
    }
    return new Reading(slowest, fastest);
  }

  private static Reading result(Future<Reading> loop) throws InterruptedException {
    try {
      return loop.get();
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The time of a chain of multiplications, none of which can begin before the one before it. */
  private static Reading loop() {
    var clock = ManagementFactory.getThreadMXBean();
    long computing = clock.getCurrentThreadCpuTime();
    long start = System.nanoTime();
    long value = start;
    for (int i = 0; i < LENGTH; i++) {
      value = value * 6364136223846793005L + 1442695040888963407L;
    }
    // The value is used, or the loop would be left out; it is hardly ever 0.
    long unlikely = value == 0 ? 1 : 0;
    double elapsed = (System.nanoTime() - start + unlikely) / NANOS;
    return new Reading(elapsed, (clock.getCurrentThreadCpuTime() - computing) / NANOS);
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}
