package io.pix2pix.data.synthetic;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableMap;
import com.google.common.math.IntMath;
import io.pix2pix.api.data.Dataset;
import io.pix2pix.api.data.FileTree;
import io.pix2pix.api.data.Pairs;
import io.pix2pix.api.error.InvalidInputException;
import io.pix2pix.api.image.Image;
import io.pix2pix.api.image.ImageShape;
import io.pix2pix.api.image.Palette;
import io.pix2pix.api.plugin.RenamedPlugin;
import io.pix2pix.api.plugin.Setting;
import io.pix2pix.data.resize.Resampling;
import java.util.Optional;

/**
 * Fronts of buildings drawn from a seed, without files: the condition is a map of labels in flat
 * colors that tell materials and the sky, the target a photo of the same front. Exact shades, the
 * side of the sun, clouds and what is behind the windows cannot be told from the labels.
 *
 * @param size height and width, in pixels, a power of two; the fronts are the same at every size
 * @param train pairs to train on
 * @param val pairs to look at while training
 * @param test pairs held out
 * @param seed the fronts follow from it
 */
@RenamedPlugin(from = "painted-facades")
public record SyntheticFacades(
    @Setting(
            value = "64",
            meaning = "pixels of height and width, a power of two",
            min = 16,
            max = 1024)
        int size,
    @Setting(value = "400", meaning = "number of pairs to train on", min = 1) int train,
    @Setting(value = "20", meaning = "number of pairs to look at while training", min = 1) int val,
    @Setting(value = "40", meaning = "number of pairs held out", min = 1) int test,
    @Setting(value = "1", meaning = "what all fronts follow from") long seed)
    implements Dataset {

  /**
   * @throws IllegalArgumentException if {@code size} is no power of two from 16 to 1024, or a split
   *     has no pairs
   */
  public SyntheticFacades {
    checkArgument(
        IntMath.isPowerOfTwo(size) && size >= 16 && size <= 1024,
        "size must be a power of two from 16 to 1024, not %s",
        size);
    checkArgument(
        train >= 1 && val >= 1 && test >= 1,
        "train, val and test must be at least 1, not %s, %s, %s",
        train,
        val,
        test);
  }

  @Override
  public Pairs open(Optional<FileTree> files, String split) {
    Integer count = splits().get(split);
    if (count == null) {
      throw new InvalidInputException(
          "data: synthetic-facades has no split " + split + "; it has train, val and test");
    }
    return new SyntheticPairs(split, seed, count, size);
  }

  @Override
  public boolean has(Optional<FileTree> files, String split) {
    return splits().containsKey(split);
  }

  @Override
  public Optional<Palette> palette(Optional<FileTree> files) {
    return Optional.of(Label.palette());
  }

  @Override
  public Image resized(Image picture, ImageShape size, Optional<Palette> indices) {
    return Resampling.BICUBIC.resize(picture, size.height(), size.width());
  }

  private ImmutableMap<String, Integer> splits() {
    return ImmutableMap.of("train", train, "val", val, "test", test);
  }
}
