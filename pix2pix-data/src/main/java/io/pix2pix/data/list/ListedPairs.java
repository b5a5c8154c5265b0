package io.pix2pix.data.list;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.base.Ascii;
import com.google.common.collect.ImmutableList;
import com.google.common.io.Files;
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
 * Pairs that a list names: a CSV file with a header, or a JSON object a line. Each row has the
 * paths of a condition and of its target, below the folder of the list; a column {@code split} says
 * where it belongs, else {@link Split} does, by the column {@code group} where there is one.
 *
 * @param file the list, below the data folder; {@code {split}} in it stands for the split
 * @param condition column of the conditions' paths
 * @param target column of the targets' paths
 * @param size height and width of each picture when read, in pixels; 0 keeps them as stored
 * @param range values that are black and white in pictures whose numbers are more than bytes; empty
 *     for those of their type
 * @param onBadImage what becomes of a pair of which a file cannot be used
 * @param pixels how pictures are read
 * @param split of lists that say none
 * @param mask which pixels count, as {@link MaskSource} has it; a column
 */
public record ListedPairs(
    @Setting(
            value = "pairs.csv",
            meaning =
                "the list below the data folder, .csv, .tsv or .jsonl; {split} stands for the"
                    + " split")
        String file,
    @Setting(value = "condition", meaning = "column of the conditions' paths") String condition,
    @Setting(value = "target", meaning = "column of the targets' paths") String target,
    @Setting(
            value = "0",
            meaning = "pixels of height and width that each picture is resized to; 0: as stored",
            min = 0)
        int size,
    @Setting(value = "[]", meaning = FilePairDataset.RANGE) ImmutableList<Double> range,
    @Setting(value = "fail", meaning = FilePairDataset.ON_BAD_IMAGE) BadImage onBadImage,
    @Setting(value = "{}", meaning = PixelSettings.MEANING) PixelSettings pixels,
    @Setting(value = "{}", meaning = "train, val and test where the list has no column split")
        Split split,
    @Setting(
            value = MaskSource.NONE,
            meaning = MaskSource.MEANING + "a column of gray masks' paths" + MaskSource.OR)
        String mask)
    implements FilePairDataset {

  /** With the defaults of an experiment file for everything else. */
  public ListedPairs(String file, int size) {
    this(
        file,
        "condition",
        "target",
        size,
        ImmutableList.of(),
        BadImage.FAIL,
        PixelSettings.USUAL,
        Split.USUAL,
        MaskSource.NONE);
  }

  /**
   * @throws IllegalArgumentException if {@code file} is no name of a list, or columns are the same,
   *     or {@code size} is negative, or {@code range} no range
   */
  public ListedPairs {
    checkArgument(
        ListFile.EXTENSIONS.contains(Ascii.toLowerCase(Files.getFileExtension(file)))
            && !file.startsWith("/")
            && !("/" + file).contains("/../"),
        "file must be a list below the data folder, .csv, .tsv or .jsonl, not \"%s\"",
        file);
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
    return new ListedPairs(file, condition, target, size, range, onBadImage, fixed, split, mask);
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
    return new ListSplits(data, ImmutableList.of(file), columns, split);
  }
}
