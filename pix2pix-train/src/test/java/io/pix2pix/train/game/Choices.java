package io.pix2pix.train.game;

import io.pix2pix.api.training.Clipping;
import io.pix2pix.api.training.Schedule;
import io.pix2pix.api.training.Training;
import io.pix2pix.api.training.Update;
import io.pix2pix.api.training.Validation;

/** Training choices to be changed one by one; at first they are the paper's. */
final class Choices {
  private Schedule schedule = Schedule.constant();
  private Clipping clipping = Clipping.none();
  private Update update = Update.ALTERNATING;
  private double discriminatorRate = 1;
  private int discriminatorSteps = 1;
  private int pool;
  private double average;

  Choices schedule(Schedule chosen) {
    schedule = chosen;
    return this;
  }

  Choices clipping(Clipping chosen) {
    clipping = chosen;
    return this;
  }

  Choices update(Update chosen) {
    update = chosen;
    return this;
  }

  Choices discriminatorRate(double chosen) {
    discriminatorRate = chosen;
    return this;
  }

  Choices discriminatorSteps(int chosen) {
    discriminatorSteps = chosen;
    return this;
  }

  Choices pool(int chosen) {
    pool = chosen;
    return this;
  }

  Choices average(double chosen) {
    average = chosen;
    return this;
  }

  /** One pair in a step, learning rate 0.5, all weights 1 at first. */
  Training training() {
    return new Training(
        1,
        1,
        new OneKernel.Descent(0.5),
        schedule,
        clipping,
        update,
        discriminatorRate,
        discriminatorSteps,
        pool,
        average,
        new OneKernel.Same(1),
        1,
        1,
        1,
        Validation.none());
  }
}
