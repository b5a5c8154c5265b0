package io.pix2pix.bench.metric.label;

import com.google.common.collect.ImmutableList;
import io.pix2pix.api.data.ImageCodec;
import io.pix2pix.api.data.Pairs;
import io.pix2pix.api.image.ImagePair;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/**
 * Photos and the classes of their pixels, at the size that a segmenter sees, all in memory: 64 KiB
 * for a pair of 128x128.
 *
 * @param size of all
 * @param examples at least one
 */
record SegmenterExamples(SegmenterSize size, ImmutableList<Example> examples) {

  /** All pairs of a split, whose conditions are label maps. */
  static SegmenterExamples read(Pairs pairs, ImageCodec codec, Labels labels, SegmenterSize size) {
    return new SegmenterExamples(
        size,
        IntStream.range(0, pairs.size())
            .parallel()
            .mapToObj(index -> Example.of(pairs.read(index), codec, labels, size))
            .collect(ImmutableList.toImmutableList()));
  }

  /** Examples drawn at random, every other one mirrored. */
  Batch draw(int count, RandomGenerator random) {
    int pixels = size.height() * size.width();
    var photos = new float[count * pixels * 3];
    var truth = new int[count * pixels];
    for (int i = 0; i < count; i++) {
      var example = examples.get(random.nextInt(examples.size()));
      boolean mirrored = random.nextBoolean();
      for (int to = 0; to < pixels; to++) {
        int from = mirrored ? to - 2 * (to % size.width()) + size.width() - 1 : to;
        truth[i * pixels + to] = example.truth[from];
        for (int channel = 0; channel < 3; channel++) {
          photos[(i * pixels + to) * 3 + channel] = example.photo[from * 3 + channel] / 127f;
        }
      }
    }
    return new Batch(photos, truth);
  }

  /**
   * What a step is fed.
   *
   * @param photos {@code [n, h, w, 3]}, in {@code [-1, 1]}
   * @param truth {@code [n, h, w]}: the class of each pixel, or {@link ConfusionMatrix#IGNORED}
   */
  @SuppressWarnings("ArrayRecordComponent") // goes straight into tensors
  record Batch(float[] photos, int[] truth) {}

  /** In bytes: a data set of thousands of photos is to fit into memory. */
  @SuppressWarnings("ArrayRecordComponent") // large, never changed, and never compared
  private record Example(byte[] photo, byte[] truth) {
    static Example of(ImagePair pair, ImageCodec codec, Labels labels, SegmenterSize size) {
      var condition = codec.showCondition(pair.condition());
      var target = codec.showTarget(pair.condition(), pair.target());
      var values = new float[size.height() * size.width() * 3];
      size.photo(target.toColors(), values, 0);
      var photo = new byte[values.length];
      for (int i = 0; i < photo.length; i++) {
        photo[i] = (byte) Math.round(values[i] * 127);
      }
      var classes = size.labels(labels.read(condition, pair.mask()), condition.shape());
      var truth = new byte[classes.length];
      for (int i = 0; i < truth.length; i++) {
        truth[i] = (byte) classes[i];
      }
      return new Example(photo, truth);
    }
  }
}
