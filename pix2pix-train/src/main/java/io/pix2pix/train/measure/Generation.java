package io.pix2pix.train.measure;

import com.google.common.collect.ImmutableList;
import io.pix2pix.api.image.Image;
import io.pix2pix.train.translation.Translator;
import java.util.List;

/** Makes the images that are measured. */
@FunctionalInterface
public interface Generation {
  /**
   * {@code G(x)} of several conditions, each as if it were alone.
   *
   * @param conditions {@code x} of each
   * @param draw which noise: the same number gives the same images
   * @return in the order of the conditions
   */
  ImmutableList<Image> generate(List<Translator.Input> conditions, long draw);
}
