package io.pix2pix.parquet;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.pix2pix.api.data.Dataset;
import io.pix2pix.api.data.FileTree;
import io.pix2pix.api.image.PairShape;
import io.pix2pix.api.plugin.Setting;
import io.pix2pix.data.file.BadImage;
import io.pix2pix.data.file.StoredImages;
import io.pix2pix.data.folders.FilePairDataset;
import io.pix2pix.data.folders.TwoFolders;
import io.pix2pix.data.layout.PictureLayout;
import io.pix2pix.data.layout.Split;
import io.pix2pix.data.mask.MaskSource;
import io.pix2pix.data.pixels.PixelSettings;
import java.util.HashSet;
import java.util.function.Supplier;

/**
 * Pairs in the columns of Parquet files, as Hugging Face's data sets have them: each row holds the
 * bytes of a condition and of its target, in a column of bytes, or in a structure of {@code bytes}
 * and {@code path}. Files are read in place, a page at a time.
 *
 * @param condition column of the conditions
 * @param target column of the targets
 * @param folder with the files, below the data folder; empty for all of it
 * @param names column of text that names pairs; empty for the name of the file and the row
 * @param size height and width of each picture when read, in pixels; 0 keeps them as stored
 * @param range values that are black and white in pictures whose numbers are more than bytes; empty
 *     for those of their type
 * @param onBadImage what becomes of a pair of which a picture cannot be used
 * @param pixels how pictures are read
 * @param split of data that has no splits of its own
 * @param mask which pixels count, as {@link MaskSource} has it; a column
 */
public record Parquet(
    @Setting(value = "condition", meaning = "column of the conditions") String condition,
    @Setting(value = "target", meaning = "column of the targets") String target,
    @Setting(
            value = "\"\"",
            meaning = "folder of the Parquet files, below the data folder; empty: all of it")
        String folder,
    @Setting(
            value = "\"\"",
            meaning = "column of text that names pairs; empty: the name of the file and the row")
        String names,
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
            meaning = MaskSource.MEANING + "a column of gray masks" + MaskSource.OR)
        String mask)
    implements FilePairDataset {

  /** With the defaults of an experiment file for everything else. */
  public Parquet(String condition, String target) {
    this(
        condition,
        target,
        "",
        "",
        0,
        ImmutableList.of(),
        BadImage.FAIL,
        PixelSettings.USUAL,
        Split.USUAL,
        MaskSource.NONE);
  }

  /**
   * @throws IllegalArgumentException if two columns are the same, or the folder is none below the
   *     data folder, or {@code size} is negative, or {@code range} no range
   */
  public Parquet {
    checkArgument(
        !folder.startsWith("/") && !("/" + folder + "/").contains("/../"),
        "folder must be below the data folder, such as data, not \"%s\"",
        folder);
    var columns = ImmutableList.of(condition, target, mask);
    checkArgument(
        new HashSet<>(columns).size() == columns.size() && !columns.contains(""),
        "condition, target and mask must be columns of their own, not %s",
        columns);
    TwoFolders.check(size, range, pixels);
  }

  @Override
  public TwoFolders reading() {
    var ofMask = masks().hasFiles() ? "mask" : mask;
    return new TwoFolders("condition", "target", size, range, onBadImage, pixels, split, ofMask);
  }

  @Override
  public Dataset withChannelsOf(Supplier<PairShape> training) {
    var fixed = pixels.withChannelsOf(training);
    return new Parquet(
        condition, target, folder, names, size, range, onBadImage, fixed, split, mask);
  }

  @Override
  public boolean hasPairs(FileTree data, String name) {
    return pairs(data).has(name);
  }

  @Override
  public ImmutableList<StoredImages> images(FileTree data, String name) {
    return pairs(data).images(name);
  }

  private ParquetPairs pairs(FileTree data) {
    var columns =
        ImmutableMap.<String, String>builder().put("condition", condition).put("target", target);
    if (masks().hasFiles()) {
      columns.put("mask", mask);
    }
    var below = folder.endsWith("/") ? folder.substring(0, folder.length() - 1) : folder;
    var files = ParquetFiles.of(data, below);
    return new ParquetPairs(files, columns.buildOrThrow(), names, split);
  }
}
