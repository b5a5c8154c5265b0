package io.pix2pix.bench.speed.work;

import com.google.common.collect.ImmutableList;
import io.pix2pix.bench.speed.contender.Contender;
import io.pix2pix.bench.speed.job.JobSettings;
import java.nio.file.Path;

/**
 * Another work while something else computes on one core, as on a machine that is shared.
 *
 * @param work that is done
 */
record LoadedWork(Work work) implements Work {
  @Override
  public String name() {
    return work.name() + "-under-load";
  }

  @Override
  public String meaning() {
    return work.meaning() + ", while another process computes on one core";
  }

  @Override
  public Unit unit() {
    return work.unit();
  }

  @Override
  public JobSettings job(Path scratch) {
    return work.job(scratch);
  }

  @Override
  public ImmutableList<Variant> variants() {
    return work.variants();
  }

  @Override
  public Measured open(Contender contender, JobSettings job, Effort effort) {
    return new Loaded(work.open(contender, job, effort));
  }

  private record Loaded(Measured measured) implements Measured {
    @Override
    public double round() {
      try (var load = new Load()) {
        load.start();
        return measured.round();
      }
    }

    @Override
    public void close() {
      measured.close();
    }
  }

  /** Computes until it is closed. It belongs to the process that measures, not to a contender. */
  private static final class Load extends Thread implements AutoCloseable {
    private volatile boolean isClosed;

    Load() {
      super("load");
      setDaemon(true);
    }

    @Override
    public void run() {
      double number = 1;
      while (!isClosed) {
        number = Math.sqrt(number + 1);
      }
    }

    @Override
    public void close() {
      isClosed = true;
    }
  }
}
