package io.pix2pix.data.folders;

import com.google.common.collect.ImmutableList;
import io.pix2pix.api.data.Dataset;
import io.pix2pix.api.data.FileTree;
import io.pix2pix.api.data.Pairs;
import io.pix2pix.api.error.InvalidInputException;
import io.pix2pix.api.image.Image;
import io.pix2pix.api.image.PairShape;
import io.pix2pix.api.image.Palette;
import io.pix2pix.api.image.SampleRange;
import io.pix2pix.api.plugin.Setting;
import io.pix2pix.data.file.BadImage;
import io.pix2pix.data.file.ImageFileDataset;
import io.pix2pix.data.file.StoredImages;
import io.pix2pix.data.label.LabelIndices;
import io.pix2pix.data.layout.FurtherFiles;
import io.pix2pix.data.layout.PathPattern;
import io.pix2pix.data.layout.PictureLayout;
import io.pix2pix.data.layout.Split;
import io.pix2pix.data.mask.MaskSource;
import io.pix2pix.data.mask.UnmaskedPairs;
import io.pix2pix.data.pixels.PixelSettings;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Conditions and targets in two folders of each split, for example {@code train/label/12.png} and
 * {@code train/photo/12.jpg}: what has the same name up to the extension belongs together.
 *
 * <p>A label map may be a picture of class indices, of whatever depth: where the data folder has a
 * {@code palette.csv}, and a folder holds nothing but pictures of its indices and of 255, which
 * stands for no class, they get the palette's colors. Such a map is resized without mixing classes:
 * each pixel is the one in the middle of those that it covers.
 *
 * @param condition the folder of conditions in each split, or a {@link PathPattern} of them or of
 *     their folder, below the data folder
 * @param target the same of the targets
 * @param size height and width of each picture when read, in pixels; 0 keeps them as stored
 * @param range values that are black and white in pictures whose numbers are more than bytes; empty
 *     for those of their type
 * @param onBadImage what becomes of a pair of which a file cannot be used
 * @param pixels how pictures are read
 * @param split of data that has no splits of its own
 * @param mask which pixels count, as {@link MaskSource} has it; a folder of each split or a pattern
 */
public record TwoFolders(
    @Setting(
            value = "label",
            meaning =
                "folder of the conditions in each split, or where they are below the data folder,"
                    + " such as \"{split}A\" or \"x/{split}/{city}/{name}_x.png\"")
        String condition,
    @Setting(value = "photo", meaning = "the same of the targets, with the same parts in braces")
        String target,
    @Setting(
            value = "0",
            meaning = "pixels of height and width that each picture is resized to; 0: as stored",
            min = 0)
        int size,
    @Setting(value = "[]", meaning = RANGE) ImmutableList<Double> range,
    @Setting(value = "fail", meaning = ON_BAD_IMAGE) BadImage onBadImage,
    @Setting(value = "{}", meaning = PixelSettings.MEANING) PixelSettings pixels,
    @Setting(value = "{}", meaning = PictureLayout.SPLIT) Split split,
    @Setting(
            value = MaskSource.NONE,
            meaning =
                MaskSource.MEANING
                    + "a folder of gray masks in each split, or a pattern of them"
                    + MaskSource.OR)
        String mask)
    implements ImageFileDataset {

  /** With the defaults of an experiment file for everything else. */
  public TwoFolders(String condition, String target, int size) {
    this(condition, target, size, ImmutableList.of(), BadImage.FAIL, PixelSettings.USUAL);
  }

  /** In splits of its own, without masks. */
  public TwoFolders(
      String condition,
      String target,
      int size,
      ImmutableList<Double> range,
      BadImage onBadImage,
      PixelSettings pixels) {
    this(condition, target, size, range, onBadImage, pixels, Split.USUAL, MaskSource.NONE);
  }

  /**
   * @throws IllegalArgumentException if a name is not that of a folder, nor a pattern, or two are
   *     the same, or if {@code size} is negative, or {@code range} no range
   */
  public TwoFolders {
    PairLocations.of(PairParts.of(condition, target, mask, pixels));
    check(size, range, pixels);
  }

  private PairLocations locations() {
    return PairLocations.of(PairParts.of(condition, target, mask, pixels));
  }

  /**
   * Checks how pictures are read.
   *
   * @throws IllegalArgumentException if {@code size} is negative, or {@code range} no range
   */
  public static void check(int size, ImmutableList<Double> range, PixelSettings pixels) {
    pixels.resize().size(size);
    SampleRange.of(range);
  }

  @Override
  public Pairs open(Optional<FileTree> files, String name) {
    var data =
        files.orElseThrow(
            () ->
                new InvalidInputException(
                    "data: folders of pictures need a data folder; name it with --data DIR"));
    return pairs(data, locations().images(data, name, split), new MaskSource(mask));
  }

  /**
   * Pairs of files, read as those of two folders are.
   *
   * @param images of the conditions, of the targets, and of the masks if these are pictures;
   *     partners have the same index
   * @param masks says which pixels count
   */
  public Pairs pairs(FileTree data, ImmutableList<StoredImages> images, MaskSource masks) {
    var targets = masks.targets(images.get(1));
    var pairs =
        FolderPairs.open(
            images.get(0), targets, palette(Optional.of(data)), data.where(PALETTE), this);
    var unmasked = new UnmaskedPairs(pairs, pairs.targetFiles(), readSize());
    var files = images.stream().skip(2).findFirst();
    return masks.on(unmasked, pairs.labels(), files, data.where(""));
  }

  @Override
  public boolean masked() {
    return new MaskSource(mask).isGiven();
  }

  @Override
  public boolean has(Optional<FileTree> files, String name) {
    return files.filter(data -> locations().has(data, name, split)).isPresent();
  }

  @Override
  public ImmutableList<Path> furtherFiles(Path file) {
    return new FurtherFiles(PathPattern.at(condition), pixels.condition().more()).of(file);
  }

  @Override
  public Dataset withChannelsOf(Supplier<PairShape> training) {
    var fixed = pixels.withChannelsOf(training);
    return new TwoFolders(condition, target, size, range, onBadImage, fixed, split, mask);
  }

  /** A gray map of class indices gets the colors that it had in training. */
  @Override
  public Image condition(Image picture, Optional<Palette> indices, String where) {
    return pixels.condition().labels().isGiven()
        ? ImageFileDataset.super.condition(picture, indices, where)
        : indices.map(palette -> colored(picture, palette, where)).orElse(picture);
  }

  private static Image colored(Image picture, Palette palette, String where) {
    if (!LabelIndices.isGray(picture)) {
      return picture;
    }
    return LabelIndices.of(picture, palette)
        .orElseThrow(
            () ->
                new InvalidInputException(
                    "%s: is gray, but no map of the indices 0 to %d that this generator knows; give such a map, or one in the palette's colors"
                        .formatted(where, palette.size() - 1)))
        .colored(palette);
  }
}
