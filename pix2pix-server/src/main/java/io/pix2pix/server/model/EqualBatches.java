package io.pix2pix.server.model;

import com.google.common.cache.Cache;
import com.google.common.cache.CacheBuilder;
import com.google.common.collect.ImmutableList;
import io.pix2pix.api.image.Image;
import io.pix2pix.api.image.ImageShape;
import io.pix2pix.train.translation.Translator;
import java.util.List;

/**
 * Computes pictures together where each is, to the last bit, what it is alone. An operation may add
 * up in another order for more images, which depends on sizes and numbers, not on what pictures
 * show. So the first groups of a size and number are computed in both ways and compared; what
 * differs once is computed alone from then on.
 *
 * <p>Safe for use by several threads.
 */
final class EqualBatches {
  private static final int KNOWN = 1000;

  /** Different sums may round to the same bits by chance, but hardly so often. */
  private static final int COMPARED = 3;

  private final Cache<Key, Integer> equal = CacheBuilder.newBuilder().maximumSize(KNOWN).build();
  private final Cache<Key, Boolean> other = CacheBuilder.newBuilder().maximumSize(KNOWN).build();

  /**
   * {@code G(x)} of conditions of one size.
   *
   * @param draw of the noise
   */
  ImmutableList<Image> translate(
      Translator translator, List<Translator.Input> conditions, long draw) {
    var key = new Key(translator, conditions.get(0).image().shape(), conditions.size());
    if (conditions.size() == 1 || other.getIfPresent(key) != null) {
      return alone(translator, conditions, draw);
    }
    var together = translator.translate(conditions, draw);
    return isTrusted(key) ? together : compared(key, together, alone(translator, conditions, draw));
  }

  private boolean isTrusted(Key key) {
    var times = equal.getIfPresent(key);
    return times != null && times >= COMPARED;
  }

  private ImmutableList<Image> compared(
      Key key, ImmutableList<Image> together, ImmutableList<Image> alone) {
    if (together.equals(alone)) {
      equal.asMap().merge(key, 1, Integer::sum);
    } else {
      other.put(key, true);
    }
    return alone;
  }

  private static ImmutableList<Image> alone(
      Translator translator, List<Translator.Input> conditions, long draw) {
    return conditions.stream()
        .map(one -> translator.translate(ImmutableList.of(one), draw).get(0))
        .collect(ImmutableList.toImmutableList());
  }

  private record Key(Translator translator, ImageShape shape, int conditions) {}
}
