package io.pix2pix.data.batch;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Lists;
import io.pix2pix.api.data.Batch;
import io.pix2pix.api.data.Batching.Plan;
import io.pix2pix.api.data.Pairs;
import io.pix2pix.api.image.ImagePair;
import java.util.stream.LongStream;

/** Makes the batch of any number. Thread-safe. */
final class BatchMaker {
  private final TrainingPairs pairs;
  private final int batchSize;

  BatchMaker(Pairs pairs, Plan plan) {
    this.pairs = new TrainingPairs(pairs, plan);
    batchSize = plan.batchSize();
  }

  /**
   * A batch, which the caller closes.
   *
   * @throws io.pix2pix.api.error.InvalidInputException if a pair cannot be read, or differs in
   *     shape from the others
   */
  Batch batch(long number) {
    long first = Math.multiplyExact(number, batchSize);
    ImmutableList<ImagePair> batch =
        LongStream.range(first, first + batchSize).mapToObj(pairs::at).collect(toImmutableList());
    return new Batch(
        ImageTensors.stack(Lists.transform(batch, ImagePair::condition)),
        ImageTensors.stack(Lists.transform(batch, ImagePair::target)));
  }
}
