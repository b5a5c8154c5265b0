package io.pix2pix.data.batch;

import io.pix2pix.api.data.ForwardingPairs;
import io.pix2pix.api.data.Pairs;
import io.pix2pix.api.image.Image;
import io.pix2pix.api.image.ImagePair;
import io.pix2pix.api.image.PairShape;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReferenceArray;

/** Pairs that are kept in memory once they were read. */
final class CachedPairs implements ForwardingPairs {
  private static final long BYTES = 256L << 20;
  private static final int HEAP_SHARE = 4;

  private final Pairs pairs;
  private final AtomicReferenceArray<ImagePair> kept;
  private final AtomicLong left;

  private CachedPairs(Pairs pairs, long limit) {
    this.pairs = pairs;
    kept = new AtomicReferenceArray<>(pairs.size());
    left = new AtomicLong(limit);
  }

  /** The pairs, kept if all of them seem to fit. */
  static Pairs of(Pairs pairs) {
    long limit = Math.min(BYTES, Runtime.getRuntime().maxMemory() / HEAP_SHARE);
    long expected = bytes(pairs.shape(0)) * pairs.size();
    return expected <= limit ? new CachedPairs(pairs, limit) : pairs;
  }

  private static long bytes(PairShape shape) {
    return Float.BYTES * ((long) shape.condition().size() + shape.target().size());
  }

  private static long bytes(Optional<Image> mask) {
    return mask.map(its -> (long) Float.BYTES * its.shape().size()).orElse(0L);
  }

  @Override
  public ImagePair read(int index) {
    ImagePair pair = kept.get(index);
    if (pair == null) {
      pair = pairs.read(index);
      // Others may be larger than the first.
      if (left.addAndGet(-bytes(PairShape.of(pair)) - bytes(pair.mask())) >= 0) {
        kept.set(index, pair);
      }
    }
    return pair;
  }

  @Override
  public Pairs pairs() {
    return pairs;
  }

  @Override
  public Pairs sound() {
    return of(pairs.sound());
  }
}
