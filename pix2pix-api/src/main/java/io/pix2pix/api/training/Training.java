package io.pix2pix.api.training;

import io.pix2pix.api.network.Initializer;
import io.pix2pix.api.network.Precision;
import io.pix2pix.api.plugin.RenamedSetting;
import io.pix2pix.api.plugin.Setting;
import java.util.function.Consumer;

/**
 * How a run trains: for how long, in which batches, by which optimizer, and what it writes when.
 *
 * @param epochs passes over the training pairs
 * @param batchSize pairs in a step
 * @param optimizer of every parameter group; each group has slots of its own
 * @param schedule of the learning rate of every parameter group
 * @param clipping of the gradients of each group on its own
 * @param update which weights of the others a group sees
 * @param discriminator how D is trained, where that differs from G
 * @param average decay of the moving average of G's weights; 0 for none
 * @param initializer of convolution kernels
 * @param precision of convolutions and their gradients
 * @param checkpoints when weights are stored, and how many of them are kept
 * @param samples when sample pictures are made
 * @param validation what is measured meanwhile
 */
@RenamedSetting(from = "discriminatorRate", to = "discriminator.learningRateFactor")
@RenamedSetting(from = "discriminatorSteps", to = "discriminator.steps")
@RenamedSetting(from = "pool", to = "discriminator.imagePool")
@RenamedSetting(from = "checkpointEvery", to = "checkpoints.every")
@RenamedSetting(from = "keep", to = "checkpoints.keep")
@RenamedSetting(from = "sampleEvery", to = "samples.every")
public record Training(
    @Setting(value = "200", min = 1, meaning = "passes over the training pairs") int epochs,
    @Setting(value = "1", min = 1, max = 65536, meaning = "pairs in a step") int batchSize,
    @Setting(value = "adam", meaning = "how gradients change weights") Optimizer optimizer,
    @Setting(value = "constant", meaning = "how the learning rate changes, epoch by epoch")
        Schedule schedule,
    @Setting(value = "none", meaning = "bounds gradients before the optimizer sees them")
        Clipping clipping,
    @Setting(
            value = "alternating",
            meaning =
                "simultaneous: all networks see the weights before the step, unlike the paper")
        Update update,
    @Setting(value = "{}", meaning = "how D is trained, where that differs from G")
        DiscriminatorTraining discriminator,
    @Setting(
            value = "0",
            min = 0,
            max = 0.9999999,
            meaning = "decay of the moving average of G's weights, for example 0.999; 0: none")
        double average,
    @Setting(value = "normal", meaning = "initial convolution kernels") Initializer initializer,
    @Setting(
            value = "float32",
            meaning = "bfloat16: convolutions in fewer digits, for processors that have them")
        Precision precision,
    @Setting(value = "{}", meaning = "when weights are stored") Checkpointing checkpoints,
    @Setting(value = "{}", meaning = "when sample pictures are made") Sampling samples,
    @Setting(value = "{}", meaning = "what is measured meanwhile") Validation validation) {

  /** As the paper trains, with the defaults of an experiment file for everything else. */
  public Training(int epochs, int batchSize, Optimizer optimizer, Initializer initializer) {
    this(
        epochs,
        batchSize,
        optimizer,
        Schedule.constant(),
        Clipping.none(),
        Update.ALTERNATING,
        DiscriminatorTraining.standard(),
        0,
        initializer,
        Precision.FLOAT32,
        Checkpointing.standard(),
        Sampling.standard(),
        Validation.none());
  }

  /** The same with another number of epochs. */
  public Training withEpochs(int epochs) {
    return changed(copy -> copy.epochs = epochs);
  }

  /** The same with another schedule of the learning rate. */
  public Training withSchedule(Schedule schedule) {
    return changed(copy -> copy.schedule = schedule);
  }

  /** The same with other bounds of gradients. */
  public Training withClipping(Clipping clipping) {
    return changed(copy -> copy.clipping = clipping);
  }

  /** The same with another order of gradients and updates. */
  public Training withUpdate(Update update) {
    return changed(copy -> copy.update = update);
  }

  /** The same with other choices for D. */
  public Training withDiscriminator(DiscriminatorTraining discriminator) {
    return changed(copy -> copy.discriminator = discriminator);
  }

  /** The same with another decay of the moving average, 0 for none. */
  public Training withAverage(double average) {
    return changed(copy -> copy.average = average);
  }

  /** The same with convolutions in other numbers. */
  public Training withPrecision(Precision precision) {
    return changed(copy -> copy.precision = precision);
  }

  /** The same with checkpoints at other steps. */
  public Training withCheckpoints(Checkpointing checkpoints) {
    return changed(copy -> copy.checkpoints = checkpoints);
  }

  /** The same with sample pictures at other steps. */
  public Training withSamples(Sampling samples) {
    return changed(copy -> copy.samples = samples);
  }

  /** The same with other measurements. */
  public Training withValidation(Validation validation) {
    return changed(copy -> copy.validation = validation);
  }

  private Training changed(Consumer<Copy> change) {
    var copy = new Copy(this);
    change.accept(copy);
    return copy.training();
  }

  /** The one place that copies all components. */
  private static final class Copy {
    private int epochs;
    private final int batchSize;
    private final Optimizer optimizer;
    private Schedule schedule;
    private Clipping clipping;
    private Update update;
    private DiscriminatorTraining discriminator;
    private double average;
    private final Initializer initializer;
    private Precision precision;
    private Checkpointing checkpoints;
    private Sampling samples;
    private Validation validation;

    private Copy(Training from) {
      epochs = from.epochs;
      batchSize = from.batchSize;
      optimizer = from.optimizer;
      schedule = from.schedule;
      clipping = from.clipping;
      update = from.update;
      discriminator = from.discriminator;
      average = from.average;
      initializer = from.initializer;
      precision = from.precision;
      checkpoints = from.checkpoints;
      samples = from.samples;
      validation = from.validation;
    }

    private Training training() {
      return new Training(
          epochs,
          batchSize,
          optimizer,
          schedule,
          clipping,
          update,
          discriminator,
          average,
          initializer,
          precision,
          checkpoints,
          samples,
          validation);
    }
  }

  /**
   * When weights are stored.
   *
   * @param every steps
   * @param keep the newest ones, beside the best
   */
  public record Checkpointing(
      @Setting(value = "2000", min = 1, meaning = "steps between checkpoints") int every,
      @Setting(value = "3", min = 1, meaning = "newest checkpoints that are kept") int keep) {

    /** The default of an experiment file. */
    public static Checkpointing standard() {
      return new Checkpointing(2000, 3);
    }
  }

  /**
   * When sample pictures are made.
   *
   * @param every steps
   */
  public record Sampling(
      @Setting(value = "500", min = 1, meaning = "steps between sample pictures") int every) {

    /** The default of an experiment file. */
    public static Sampling standard() {
      return new Sampling(500);
    }
  }
}
