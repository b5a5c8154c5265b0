package io.pix2pix.studio;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import io.pix2pix.api.image.Image;
import java.util.List;

/**
 * What a discriminator says of a picture.
 *
 * @param receptiveField pixels of height and width that a logit depends on
 * @param scales a map for each scale, the finest first
 */
record DiscriminatorMap(int receptiveField, ImmutableList<Scale> scales) {

  /**
   * @param logits {@code [h', w', 1]} each
   */
  static DiscriminatorMap of(List<Image> logits, int receptiveField) {
    return new DiscriminatorMap(
        receptiveField, logits.stream().map(Scale::of).collect(toImmutableList()));
  }

  /**
   * A map.
   *
   * @param logits row by row; positive means real
   */
  record Scale(int width, int height, ImmutableList<Float> logits) {
    private static Scale of(Image map) {
      var logits = ImmutableList.<Float>builder();
      for (float logit : map.toArray()) {
        logits.add(Math.round(logit * 1000) / 1000f);
      }
      return new Scale(map.width(), map.height(), logits.build());
    }
  }
}
