package io.pix2pix.data.batch;

import io.pix2pix.api.data.Pairs;
import io.pix2pix.api.image.ImagePair;
import io.pix2pix.api.image.PairShape;
import io.pix2pix.api.image.Palette;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReferenceArray;

/** Pairs that are kept in memory once they were read. */
final class CachedPairs implements Pairs {
  private static final long BYTES = 256L << 20;
  private static final int HEAP_SHARE = 4;

  private final Pairs pairs;
  private final AtomicReferenceArray<ImagePair> kept;

  private CachedPairs(Pairs pairs) {
    this.pairs = pairs;
    kept = new AtomicReferenceArray<>(pairs.size());
  }

  /** The pairs, kept if all of them fit. */
  static Pairs of(Pairs pairs) {
    long limit = Math.min(BYTES, Runtime.getRuntime().maxMemory() / HEAP_SHARE);
    return bytes(pairs) <= limit ? new CachedPairs(pairs) : pairs;
  }

  private static long bytes(Pairs pairs) {
    long values = 0;
    for (int index = 0; index < pairs.size(); index++) {
      PairShape shape = pairs.shape(index);
      values += (long) shape.condition().size() + shape.target().size();
    }
    return values * Float.BYTES;
  }

  @Override
  public ImagePair read(int index) {
    ImagePair pair = kept.get(index);
    if (pair == null) {
      pair = pairs.read(index);
      kept.set(index, pair);
    }
    return pair;
  }

  @Override
  public int size() {
    return pairs.size();
  }

  @Override
  public String name(int index) {
    return pairs.name(index);
  }

  @Override
  public PairShape shape(int index) {
    return pairs.shape(index);
  }

  @Override
  public ImagePair afterAugmentation(ImagePair changed) {
    return pairs.afterAugmentation(changed);
  }

  @Override
  public Optional<Palette> indices() {
    return pairs.indices();
  }

  @Override
  public String checksum() {
    return pairs.checksum();
  }
}
