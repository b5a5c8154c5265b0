package io.pix2pix.api.training;

/** The same learning rate throughout, as in the paper (section 3.4). */
public record ConstantSchedule() implements Schedule {
  @Override
  public double factor(int epoch, int epochs, Past past) {
    return 1;
  }
}
