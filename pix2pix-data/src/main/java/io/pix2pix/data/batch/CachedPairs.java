package io.pix2pix.data.batch;

import io.pix2pix.api.data.ForwardingPairs;
import io.pix2pix.api.data.Pairs;
import io.pix2pix.api.image.Image;
import io.pix2pix.api.image.ImagePair;
import io.pix2pix.api.image.PairLabels;
import io.pix2pix.api.image.PairShape;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * Pairs that are kept in memory once they were read, as they are before augmentation changes them.
 * How many bytes they take is bounded.
 */
final class CachedPairs implements ForwardingPairs {
  /** Names how many megabytes are taken at most; 0 for none. */
  static final String MEGABYTES = "pix2pix.cachedMegabytes";

  private static final int USUAL_MEGABYTES = 256;
  private static final int HEAP_SHARE = 4;

  private final Pairs pairs;
  private final AtomicReferenceArray<PackedPair> kept;
  private final AtomicLong left;

  private CachedPairs(Pairs pairs, long limit) {
    this.pairs = pairs;
    kept = new AtomicReferenceArray<>(pairs.size());
    left = new AtomicLong(limit);
  }

  /** The pairs, kept if all of them seem to fit. */
  static Pairs of(Pairs pairs) {
    return of(pairs, limit());
  }

  /**
   * The pairs, kept if all of them seem to fit.
   *
   * @param limit in bytes; no more are kept, should pairs turn out to be larger
   */
  static Pairs of(Pairs pairs, long limit) {
    // Most pairs are pictures of bytes; those that are not are kept as far as the limit allows.
    long expected = values(pairs.shape(0)) * pairs.size();
    return expected <= limit ? new CachedPairs(pairs, limit) : pairs;
  }

  private static long limit() {
    long megabytes = Math.max(0, Long.getLong(MEGABYTES, USUAL_MEGABYTES));
    return Math.min(megabytes << 20, Runtime.getRuntime().maxMemory() / HEAP_SHARE);
  }

  private static long values(PairShape shape) {
    return (long) shape.condition().size() + shape.target().size();
  }

  @Override
  public ImagePair read(int index) {
    var known = kept.get(index);
    if (known != null) {
      return known.unpacked();
    }
    var pair = pairs.read(index);
    keep(index, PackedPair.of(pair));
    return pair;
  }

  private void keep(int index, PackedPair pair) {
    boolean fits = left.addAndGet(-pair.bytes()) >= 0;
    if (!fits || !kept.compareAndSet(index, null, pair)) {
      left.addAndGet(pair.bytes());
    }
  }

  @Override
  public Pairs pairs() {
    return pairs;
  }

  @Override
  public Pairs sound() {
    return of(pairs.sound());
  }

  private record PackedPair(
      PackedImage condition, PackedImage target, PairLabels labels, Optional<Image> mask) {
    static PackedPair of(ImagePair pair) {
      return new PackedPair(
          PackedImage.of(pair.condition()),
          PackedImage.of(pair.target()),
          pair.labels(),
          pair.mask());
    }

    ImagePair unpacked() {
      return new ImagePair(condition.unpacked(), target.unpacked(), labels, mask);
    }

    long bytes() {
      long ofMask = mask.map(its -> (long) Float.BYTES * its.shape().size()).orElse(0L);
      return condition.bytes() + target.bytes() + ofMask;
    }
  }
}
