package io.pix2pix.data.folders;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import io.pix2pix.api.data.Dataset;
import io.pix2pix.api.data.FileTree;
import io.pix2pix.api.image.PairShape;
import io.pix2pix.api.plugin.Setting;
import io.pix2pix.data.file.BadImage;
import io.pix2pix.data.file.StoredImages;
import io.pix2pix.data.layout.PathPattern;
import io.pix2pix.data.layout.PatternFiles;
import io.pix2pix.data.layout.PictureLayout;
import io.pix2pix.data.layout.Split;
import io.pix2pix.data.pixels.PixelSettings;
import java.util.function.Supplier;

/**
 * Pairs named as WebDataset names them: {@code 000001.condition.png} and {@code 000001.target.png}.
 * The data is an archive, or shards such as {@code train-{000..005}.tar}, whose names may begin
 * with their split.
 *
 * @param condition what stands before the extension of conditions
 * @param target what stands before the extension of targets
 * @param size height and width of each picture when read, in pixels; 0 keeps them as stored
 * @param range values that are black and white in pictures whose numbers are more than bytes; empty
 *     for those of their type
 * @param onBadImage what becomes of a pair of which a file cannot be used
 * @param pixels how pictures are read
 * @param split of data that has no splits of its own
 */
public record WebDataset(
    @Setting(
            value = "condition",
            meaning = "what stands before the extension of conditions, as in 000001.condition.png")
        String condition,
    @Setting(value = "target", meaning = "what stands before the extension of targets")
        String target,
    @Setting(
            value = "0",
            meaning = "pixels of height and width that each picture is resized to; 0: as stored",
            min = 0)
        int size,
    @Setting(value = "[]", meaning = FilePairDataset.RANGE) ImmutableList<Double> range,
    @Setting(value = "fail", meaning = FilePairDataset.ON_BAD_IMAGE) BadImage onBadImage,
    @Setting(value = "{}", meaning = PixelSettings.MEANING) PixelSettings pixels,
    @Setting(value = "{}", meaning = PictureLayout.SPLIT) Split split)
    implements FilePairDataset {

  /** With the defaults of an experiment file for everything else. */
  public WebDataset(String condition, String target, int size) {
    this(
        condition,
        target,
        size,
        ImmutableList.of(),
        BadImage.FAIL,
        PixelSettings.USUAL,
        Split.USUAL);
  }

  /**
   * @throws IllegalArgumentException if a name has other characters than letters, digits, dots,
   *     dashes and underscores, or both are the same, or {@code size} is negative, or {@code range}
   *     no range
   */
  public WebDataset {
    for (var name : ImmutableList.of(condition, target)) {
      checkArgument(
          name.matches("[A-Za-z0-9._-]+"),
          "must be what stands before the extension, such as condition, not \"%s\"",
          name);
    }
    checkArgument(
        !condition.equals(target), "condition and target must differ, not be both \"%s\"", target);
    TwoFolders.check(size, range, pixels);
  }

  @Override
  public TwoFolders reading() {
    return new TwoFolders("condition", "target", size, range, onBadImage, pixels);
  }

  @Override
  public Dataset withChannelsOf(Supplier<PairShape> training) {
    var fixed = pixels.withChannelsOf(training);
    return new WebDataset(condition, target, size, range, onBadImage, fixed, split);
  }

  @Override
  public boolean hasPairs(FileTree data, String name) {
    return files(data).has(name);
  }

  @Override
  public ImmutableList<StoredImages> images(FileTree data, String name) {
    return files(data).images(name);
  }

  private PatternFiles files(FileTree data) {
    return new PatternFiles(data, ImmutableList.of(pattern(condition), pattern(target)), split);
  }

  private static PathPattern pattern(String name) {
    return new PathPattern("{split}/{key*}." + name);
  }
}
