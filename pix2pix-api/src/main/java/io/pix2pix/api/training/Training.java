package io.pix2pix.api.training;

import io.pix2pix.api.network.Initializer;

import io.pix2pix.api.plugin.Setting;

/**
 * How a run trains: for how long, in which batches, by which optimizer, and what it writes when.
 *
 * @param epochs passes over the training pairs
 * @param batchSize pairs in a step
 * @param optimizer of every parameter group; each group has slots of its own
 * @param schedule of the learning rate of every parameter group
 * @param clipping of the gradients of each group on its own
 * @param update which weights of the others a group sees
 * @param discriminatorRate D's learning rate as a multiple of the optimizer's
 * @param discriminatorSteps steps of D, each on a batch of its own, for each step of G
 * @param pool generated images that D's {@code fake} term draws from (Shrivastava et al. 2017); 0
 *     for those of the step alone
 * @param average decay of the moving average of G's weights; 0 for none
 * @param initializer of convolution kernels
 * @param checkpointEvery steps
 * @param sampleEvery steps
 * @param keep checkpoints
 * @param validation what is measured meanwhile
 */
public record Training(
    @Setting(value = "200", min = 1, meaning = "passes over the training pairs") int epochs,
    @Setting(value = "1", min = 1, meaning = "pairs in a step") int batchSize,
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
    @Setting(value = "1", min = 0, meaning = "D's learning rate, as a multiple of the optimizer's")
        double discriminatorRate,
    @Setting(value = "1", min = 1, meaning = "steps of D, each on its own batch, for one of G")
        int discriminatorSteps,
    @Setting(
            value = "0",
            min = 0,
            meaning = "generated images kept from earlier steps to train D on; 0: none are kept")
        int pool,
    @Setting(
            value = "0",
            min = 0,
            max = 0.9999999,
            meaning = "decay of the moving average of G's weights, for example 0.999; 0: none")
        double average,
    @Setting(value = "normal", meaning = "initial convolution kernels") Initializer initializer,
    @Setting(value = "2000", min = 1, meaning = "steps between checkpoints") int checkpointEvery,
    @Setting(value = "500", min = 1, meaning = "steps between sample pictures") int sampleEvery,
    @Setting(value = "3", min = 1, meaning = "newest checkpoints that are kept") int keep,
    @Setting(value = "{}", meaning = "what is measured meanwhile") Validation validation) {

  /** As the paper trains: whatever is not said here is off. */
  public Training(
      int epochs,
      int batchSize,
      Optimizer optimizer,
      Initializer initializer,
      int checkpointEvery,
      int sampleEvery,
      int keep) {
    this(
        epochs,
        batchSize,
        optimizer,
        Schedule.constant(),
        Clipping.none(),
        Update.ALTERNATING,
        1,
        1,
        0,
        0,
        initializer,
        checkpointEvery,
        sampleEvery,
        keep,
        Validation.none());
  }
}
