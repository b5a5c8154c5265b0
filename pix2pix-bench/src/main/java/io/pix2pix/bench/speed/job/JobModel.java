package io.pix2pix.bench.speed.job;

import io.pix2pix.api.network.Precision;
import io.pix2pix.api.network.Statistics;

/**
 * What is trained or translates.
 *
 * @param generator {@code unet} or {@code resnet}
 * @param statistics of batch normalization in a translation
 * @param precision of convolutions
 */
public record JobModel(String generator, Statistics statistics, Precision precision) {
  /** The paper's, as shipped. */
  public static final JobModel PAPER = new JobModel("unet", Statistics.BATCH, Precision.FLOAT32);

  /** The generator of nine residual blocks of the PyTorch port. */
  public static final JobModel RESNET = new JobModel("resnet", Statistics.BATCH, Precision.FLOAT32);

  /** The paper's, with running averages as statistics. */
  public static final JobModel RUNNING =
      new JobModel("unet", Statistics.RUNNING, Precision.FLOAT32);

  /** The paper's, in fewer digits. */
  public static final JobModel BFLOAT16 =
      new JobModel("unet", Statistics.BATCH, Precision.BFLOAT16);
}
