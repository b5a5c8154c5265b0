package io.pix2pix.data.list;

import com.google.common.collect.ImmutableList;
import io.pix2pix.api.data.Dataset;
import io.pix2pix.api.data.FileTree;
import io.pix2pix.api.image.PairShape;
import io.pix2pix.api.plugin.Setting;
import io.pix2pix.data.file.BadImage;
import io.pix2pix.data.file.StoredImages;
import io.pix2pix.data.folders.FilePairDataset;
import io.pix2pix.data.folders.PairParts;
import io.pix2pix.data.folders.TwoFolders;
import io.pix2pix.data.layout.Split;
import io.pix2pix.data.mask.MaskSource;
import io.pix2pix.data.pixels.PixelSettings;
import java.util.function.Supplier;

/**
 * Pairs in Hugging Face's ImageFolder: a {@code metadata.jsonl} or {@code metadata.csv} in the
 * folder of each split, or one for all, whose column {@code file_name} names an image, and another
 * one its partner. The folder {@code validation} is {@code val}.
 *
 * @param condition column of the conditions; empty for the only other column whose name ends in
 *     {@code file_name}
 * @param target column of the targets
 * @param size height and width of each picture when read, in pixels; 0 keeps them as stored
 * @param range values that are black and white in pictures whose numbers are more than bytes; empty
 *     for those of their type
 * @param onBadImage what becomes of a pair of which a file cannot be used
 * @param pixels how pictures are read
 * @param split of data without splits
 * @param mask which pixels count, as {@link MaskSource} has it; a column
 */
public record ImageFolder(
    @Setting(
            value = "\"\"",
            meaning =
                "column of the conditions' paths; \"\": the only other one whose name ends in"
                    + " file_name")
        String condition,
    @Setting(value = "file_name", meaning = "column of the targets' paths") String target,
    @Setting(
            value = "0",
            meaning = "pixels of height and width that each picture is resized to; 0: as stored",
            min = 0)
        int size,
    @Setting(value = "[]", meaning = FilePairDataset.RANGE) ImmutableList<Double> range,
    @Setting(value = "fail", meaning = FilePairDataset.ON_BAD_IMAGE) BadImage onBadImage,
    @Setting(value = "{}", meaning = PixelSettings.MEANING) PixelSettings pixels,
    @Setting(
            value = "{}",
            meaning = "train, val and test where neither folders nor a column say it")
        Split split,
    @Setting(
            value = MaskSource.NONE,
            meaning = MaskSource.MEANING + "a column of gray masks' paths" + MaskSource.OR)
        String mask)
    implements FilePairDataset {
  private static final ImmutableList<String> PLACES =
      ImmutableList.of(
          "{split}/metadata.jsonl", "{split}/metadata.csv", "metadata.jsonl", "metadata.csv");

  /** With the defaults of an experiment file for everything else. */
  public ImageFolder(int size) {
    this(
        "",
        "file_name",
        size,
        ImmutableList.of(),
        BadImage.FAIL,
        PixelSettings.USUAL,
        Split.USUAL,
        MaskSource.NONE);
  }

  /**
   * @throws IllegalArgumentException if columns are the same, or {@code size} is negative, or
   *     {@code range} no range
   */
  public ImageFolder {
    Columns.check(PairParts.of(condition, target, mask, pixels));
    TwoFolders.check(size, range, pixels);
  }

  @Override
  public TwoFolders reading() {
    return new TwoFolders("condition", "target", size, range, onBadImage, pixels);
  }

  @Override
  public Dataset withChannelsOf(Supplier<PairShape> training) {
    var fixed = pixels.withChannelsOf(training);
    return new ImageFolder(condition, target, size, range, onBadImage, fixed, split, mask);
  }

  @Override
  public boolean hasPairs(FileTree data, String name) {
    return lists(data).has(name);
  }

  @Override
  public ImmutableList<StoredImages> images(FileTree data, String name) {
    return lists(data).images(name);
  }

  private ListSplits lists(FileTree data) {
    var columns = new Columns(PairParts.of(condition, target, mask, pixels));
    return new ListSplits(data, PLACES, columns, split);
  }
}
