package io.pix2pix.cli.training;

import com.google.common.collect.ImmutableList;
import io.pix2pix.api.error.InvalidInputException;
import io.pix2pix.api.progress.ProgressListener;
import io.pix2pix.bench.tracking.BackgroundTracking;
import io.pix2pix.bench.tracking.Tracking;
import io.pix2pix.cli.console.Console;
import io.pix2pix.cli.console.Interruption;
import io.pix2pix.cli.console.ProgressLine;
import io.pix2pix.train.Trainer;
import io.pix2pix.train.TrainingListener;
import io.pix2pix.train.TrainingRequest;
import io.pix2pix.train.game.MemoryEstimate;
import io.pix2pix.train.run.Arithmetic;
import io.pix2pix.train.run.RunFolder;
import jakarta.inject.Inject;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import me.tongfei.progressbar.ProgressBar;
import org.jspecify.annotations.Nullable;

/** Trains while a person watches: a progress bar with losses, and Ctrl-C to stop. */
public final class WatchedTraining {
  private final Trainer trainer;

  @Inject
  WatchedTraining(Trainer trainer) {
    this.trainer = trainer;
  }

  /**
   * Trains until all is done or the user stops it.
   *
   * @throws io.pix2pix.api.error.InvalidInputException if the order cannot be carried out
   */
  public RunFolder run(TrainingRequest order, Console console) throws InterruptedException {
    return run(order, console, Optional.empty());
  }

  /**
   * Trains until all is done or the user stops it, and reports it.
   *
   * @param tracking reports the run, if anything does
   * @throws io.pix2pix.api.error.InvalidInputException if the order cannot be carried out
   */
  RunFolder run(TrainingRequest order, Console console, Optional<Tracking> tracking)
      throws InterruptedException {
    return run(console, tracking, watcher -> trainer.train(order, watcher));
  }

  /** A way to train. */
  @FunctionalInterface
  interface Way {
    RunFolder train(TrainingListener watcher) throws InterruptedException;
  }

  /** Trains in some way until all is done or the user stops it, and reports it. */
  RunFolder run(Console console, Optional<Tracking> tracking, Way way) throws InterruptedException {
    console.say(Arithmetic.current().sentence());
    console.say("Checking the data and building the networks ...");
    try (var interruption = Interruption.listen(console)) {
      try (var watcher = new Watcher(console, interruption, tracking)) {
        return way.train(watcher);
      } catch (InvalidInputException e) {
        throw interruption.wanted() ? told(e, console) : e;
      }
    }
  }

  /** Once the interruption is closed, the process may end before anyone else can tell it. */
  private static CancellationException told(InvalidInputException failure, Console console) {
    console.complain(String.valueOf(failure.getMessage()));
    var cancellation = new CancellationException(failure.getMessage());
    cancellation.initCause(failure);
    return cancellation;
  }

  private static final class Watcher implements TrainingListener, AutoCloseable {
    private final Console console;
    private final Interruption interruption;
    private final Optional<Tracking> tracking;
    private ImmutableList<String> columns = ImmutableList.of();
    private int imagesInStep = 1;
    private long steps;
    private @Nullable ProgressBar bar;
    private @Nullable BackgroundTracking reported;

    Watcher(Console console, Interruption interruption, Optional<Tracking> tracking) {
      this.console = console;
      this.interruption = interruption;
      this.tracking = tracking;
    }

    @Override
    public void built(MemoryEstimate memory) {
      console.say(memory.sentence());
    }

    @Override
    public void started(
        RunFolder run, long done, long all, ImmutableList<String> names, int images) {
      columns = names;
      imagesInStep = images;
      steps = all;
      console.say(
          String.format(
              Locale.ROOT,
              "Training %s: %,d steps%s",
              run.path(),
              all,
              done == 0 ? "" : ", " + done + " of them done"));
      reported = tracking.map(one -> BackgroundTracking.begin(one, run.path())).orElse(null);
      bar = ProgressLine.start(console, "train", done * images, all * images);
    }

    @Override
    public void stepped(long step, float[] losses) {
      if (bar != null) {
        bar.setExtraMessage(" " + words(losses));
        bar.stepTo(step * imagesInStep);
      }
    }

    @Override
    public ProgressListener work() {
      return ProgressLine.work(console);
    }

    @Override
    public boolean wantsStop() {
      return interruption.wanted();
    }

    @Override
    public void ended(RunFolder run, long step) {
      closeBar();
      console.say(
          step < steps
              ? String.format("Stopped at step %d of %d; go on with --resume.", step, steps)
              : "Done.");
      console.say("Open " + run.page().toAbsolutePath().normalize());
    }

    @Override
    public void close() {
      closeBar();
      if (reported != null) {
        reported.close();
      }
    }

    private void closeBar() {
      if (bar != null) {
        bar.close();
        bar = null;
      }
    }

    private String words(float[] losses) {
      var words = new StringBuilder();
      for (int i = 0; i < losses.length; i++) {
        words.append(String.format(Locale.ROOT, "%s %.3f  ", columns.get(i), losses[i]));
      }
      return words.toString().replace("generator.", "G ").replace("discriminator.", "D ").trim();
    }
  }
}
