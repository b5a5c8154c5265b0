package io.pix2pix.data.batch;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Lists;
import io.pix2pix.api.data.Batch;
import io.pix2pix.api.data.Batching.Plan;
import io.pix2pix.api.data.Pairs;
import io.pix2pix.api.image.ImagePair;
import java.util.Optional;
import java.util.stream.LongStream;
import org.tensorflow.types.TFloat32;

/** Makes the batch of any number, or a worker's share of it. Thread-safe. */
final class BatchMaker {
  private final TrainingPairs pairs;
  private final int batchSize;
  private final int size;
  private final int offset;

  BatchMaker(Pairs pairs, Plan plan) {
    this.pairs = new TrainingPairs(pairs, plan);
    batchSize = plan.batchSize();
    size = plan.share().of(batchSize);
    offset = plan.share().index() * size;
  }

  /**
   * A batch, which the caller closes.
   *
   * @throws io.pix2pix.api.error.InvalidInputException if a pair cannot be read, or differs in
   *     shape from the others
   */
  Batch batch(long number) {
    long first = Math.multiplyExact(number, batchSize) + offset;
    ImmutableList<ImagePair> batch =
        LongStream.range(first, first + size).mapToObj(pairs::at).collect(toImmutableList());
    return new Batch(
        ImageTensors.stack(Lists.transform(batch, ImagePair::condition)),
        ImageTensors.stack(Lists.transform(batch, ImagePair::target)),
        masks(batch));
  }

  /** Either all pairs of a data set have masks, or none. */
  private static Optional<TFloat32> masks(ImmutableList<ImagePair> batch) {
    return batch.get(0).mask().isPresent()
        ? Optional.of(ImageTensors.stack(Lists.transform(batch, pair -> pair.mask().orElseThrow())))
        : Optional.empty();
  }
}
