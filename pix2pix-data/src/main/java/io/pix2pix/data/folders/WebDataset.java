package io.pix2pix.data.folders;

import static com.google.common.base.Preconditions.checkArgument;
import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import io.pix2pix.api.data.Dataset;
import io.pix2pix.api.data.FileTree;
import io.pix2pix.api.image.PairShape;
import io.pix2pix.api.plugin.Setting;
import io.pix2pix.data.file.BadImage;
import io.pix2pix.data.file.StoredImages;
import io.pix2pix.data.layout.FurtherFiles;
import io.pix2pix.data.layout.PathPattern;
import io.pix2pix.data.layout.PatternFiles;
import io.pix2pix.data.layout.PictureLayout;
import io.pix2pix.data.layout.Split;
import io.pix2pix.data.mask.MaskSource;
import io.pix2pix.data.pixels.PixelSettings;
import java.nio.file.Path;
import java.util.Collections;
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
 * @param mask which pixels count, as {@link MaskSource} has it; what stands before their extension
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
    @Setting(value = "{}", meaning = PictureLayout.SPLIT) Split split,
    @Setting(
            value = MaskSource.NONE,
            meaning =
                MaskSource.MEANING
                    + "what stands before the extension of gray masks"
                    + MaskSource.OR)
        String mask)
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
        Split.USUAL,
        MaskSource.NONE);
  }

  /**
   * @throws IllegalArgumentException if a name has other characters than letters, digits, dots,
   *     dashes and underscores, or both are the same, or {@code size} is negative, or {@code range}
   *     no range
   */
  public WebDataset {
    var names = PairParts.of(condition, target, mask, pixels).allNames();
    for (var name : names) {
      checkArgument(
          name.matches("[A-Za-z0-9._-]+"),
          "must be what stands before the extension, such as condition, not \"%s\"",
          name);
      checkArgument(
          Collections.frequency(names, name) == 1,
          "condition, target and others must differ, not two of them be \"%s\"",
          name);
    }
    TwoFolders.check(size, range, pixels);
  }

  @Override
  public TwoFolders reading() {
    return new TwoFolders("condition", "target", size, range, onBadImage, pixels);
  }

  @Override
  public ImmutableList<Path> furtherFiles(Path file) {
    var more = pixels.condition().more().stream().map(name -> pattern(name).text());
    return new FurtherFiles(pattern(condition), more.collect(toImmutableList())).of(file);
  }

  @Override
  public Dataset withChannelsOf(Supplier<PairShape> training) {
    var fixed = pixels.withChannelsOf(training);
    return new WebDataset(condition, target, size, range, onBadImage, fixed, split, mask);
  }

  @Override
  public boolean hasPairs(FileTree data, String name) {
    return files(data).has(name);
  }

  @Override
  public ImmutableList<StoredImages> images(FileTree data, String name) {
    return parts().joined(files(data).images(name));
  }

  private PairParts parts() {
    return PairParts.of(condition, target, mask, pixels);
  }

  private PatternFiles files(FileTree data) {
    var patterns = parts().allNames().stream().map(WebDataset::pattern);
    return new PatternFiles(data, patterns.collect(toImmutableList()), split);
  }

  private static PathPattern pattern(String name) {
    return new PathPattern("{split}/{key*}." + name);
  }
}
