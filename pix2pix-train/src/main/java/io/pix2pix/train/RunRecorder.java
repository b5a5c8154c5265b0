package io.pix2pix.train;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.Doubles;
import com.google.common.primitives.Floats;
import io.pix2pix.api.data.ImageCodec;
import io.pix2pix.api.image.Image;
import io.pix2pix.api.image.ImagePair;
import io.pix2pix.train.run.EventFile;
import io.pix2pix.train.run.FolderIdentity;
import io.pix2pix.train.run.LossLog;
import io.pix2pix.train.run.Provenance;
import io.pix2pix.train.run.RunFolder;
import io.pix2pix.train.run.RunPage;
import io.pix2pix.train.run.RunProgress;
import io.pix2pix.train.run.SampleGrid;
import io.pix2pix.train.run.SampleImages;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.function.UnaryOperator;

/**
 * Writes what a run leaves besides its checkpoints: losses, events, sample pictures, provenance and
 * the page.
 */
final class RunRecorder implements AutoCloseable {
  /** The column of the learning rate, after those of losses. */
  static final String LEARNING_RATE = "learningRate";

  private final RunFolder run;
  private final ImmutableList<String> titles;
  private final ImmutableList<String> logged;
  private final ImmutableList<ImagePair> shown;
  private final ImageCodec presentation;
  private final Clock clock;
  private final LossLog losses;
  private final EventFile events;
  private final FolderIdentity identity;
  private final Duration spentBefore;
  private final Instant begin;
  private Provenance provenance;

  /**
   * @param shown pairs of the sample pictures
   * @param presentation how they become pictures
   * @param done steps that were done before
   */
  RunRecorder(
      RunFolder run,
      Provenance provenance,
      ImmutableList<String> columns,
      ImmutableList<ImagePair> shown,
      ImageCodec presentation,
      long done,
      Clock clock) {
    this.run = run;
    this.provenance = provenance;
    this.shown = shown;
    this.presentation = presentation;
    this.clock = clock;
    this.begin = clock.instant();
    this.spentBefore = Duration.ofMillis(Math.round(provenance.progress().seconds() * 1000));
    titles = ImmutableList.<String>builder().addAll(columns).add(LEARNING_RATE).build();
    // Runs from before the learning rate was logged go on without it.
    logged = done > 0 && LossLog.hasColumns(run.losses(), columns) ? columns : titles;
    run.createFolders();
    identity = FolderIdentity.of(run.path());
    losses = LossLog.open(run.losses(), logged, done);
    events = EventFile.open(run.events(), done, clock);
  }

  /** The folder that all of it goes into. */
  FolderIdentity folder() {
    return identity;
  }

  /**
   * Notes a step.
   *
   * @param values one for each loss
   * @param learningRate of the generator
   */
  void step(long step, float[] values, double learningRate) {
    var all = Floats.concat(values, new float[] {(float) learningRate});
    losses.add(step, Arrays.copyOf(all, logged.size()));
    events.scalars(step, titles, all);
  }

  /**
   * Notes what was measured on validation pairs.
   *
   * @param values one for each of the names
   */
  void validated(long step, ImmutableList<String> names, double[] values) {
    var titles =
        names.stream().map(name -> "validation." + name).collect(ImmutableList.toImmutableList());
    events.scalars(step, titles, Floats.toArray(Doubles.asList(values)));
  }

  /** Translates the sample pairs and shows them, on a picture, in the events and on the page. */
  void sample(long step, UnaryOperator<Image> generator) {
    if (shown.isEmpty()) {
      return;
    }
    var samples =
        shown.stream()
            .map(pair -> sample(pair, generator.apply(pair.condition())))
            .collect(ImmutableList.toImmutableList());
    var grid = new SampleGrid(samples);
    grid.write(run, step);
    events.image(step, "samples", grid.picture());
  }

  /** Whether there is a picture of a step, or none is wanted. */
  boolean hasSample(long step) {
    return shown.isEmpty() || Files.exists(run.sample(step));
  }

  private SampleImages sample(ImagePair pair, Image generated) {
    var condition = pair.condition();
    return new SampleImages(
        presentation.showCondition(condition),
        presentation.showTarget(condition, generated),
        presentation.showTarget(condition, pair.target()));
  }

  /**
   * Brings everything to the disk that a checkpoint counts on.
   *
   * @throws io.pix2pix.api.error.InvalidInputException if the folder of the run is gone, or cannot
   *     be written
   */
  void flush() {
    identity.requireSame();
    losses.flush();
    events.flush();
  }

  /** Notes how far the run is, in {@code run.json} and on the page. */
  void note(RunProgress.State state, long step) {
    flush();
    var now = clock.instant();
    var spent = spentBefore.plus(Duration.between(begin, now));
    provenance = provenance.with(provenance.progress().at(state, step, spent, now));
    provenance.write(run);
    RunPage.write(run);
  }

  @Override
  public void close() {
    losses.close();
    events.close();
  }
}
