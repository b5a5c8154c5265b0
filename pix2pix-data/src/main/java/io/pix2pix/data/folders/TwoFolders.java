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
import io.pix2pix.data.label.LabelIndices;
import io.pix2pix.data.pixels.PixelSettings;
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
 * @param condition the folder of conditions
 * @param target the folder of targets
 * @param size height and width of each picture when read, in pixels; 0 keeps them as stored
 * @param range values that are black and white in pictures whose numbers are more than bytes; empty
 *     for those of their type
 * @param onBadImage what becomes of a pair of which a file cannot be used
 * @param pixels how pictures are read
 * @param mask the folder of masks, which say what pixels count; {@code void} for what the label map
 *     has no class for, {@code none} for none
 */
public record TwoFolders(
    @Setting(value = "label", meaning = "folder of the conditions, in each split") String condition,
    @Setting(value = "photo", meaning = "folder of the targets, in each split") String target,
    @Setting(
            value = "0",
            meaning = "pixels of height and width that each picture is resized to; 0: as stored",
            min = 0)
        int size,
    @Setting(value = "[]", meaning = RANGE) ImmutableList<Double> range,
    @Setting(value = "fail", meaning = ON_BAD_IMAGE) BadImage onBadImage,
    @Setting(value = "{}", meaning = PixelSettings.MEANING) PixelSettings pixels,
    @Setting(
            value = NO_MASK,
            meaning =
                "what pixels count in losses and metrics: a folder of gray masks in each split"
                    + " (white counts), void (all that the label map has a class for), or none"
                    + " (all)")
        String mask)
    implements ImageFileDataset {
  private static final String NO_MASK = "none";
  private static final String VOID_MASK = "void";

  /** With the defaults of an experiment file for everything else. */
  public TwoFolders(String condition, String target, int size) {
    this(condition, target, size, ImmutableList.of(), BadImage.FAIL, PixelSettings.USUAL);
  }

  /** Without masks. */
  public TwoFolders(
      String condition,
      String target,
      int size,
      ImmutableList<Double> range,
      BadImage onBadImage,
      PixelSettings pixels) {
    this(condition, target, size, range, onBadImage, pixels, NO_MASK);
  }

  /**
   * @throws IllegalArgumentException if a name is not that of a folder, or two are the same, or if
   *     {@code size} is negative, or {@code range} no range
   */
  public TwoFolders {
    for (var name : new String[] {condition, target, mask}) {
      if (!name.matches("[^/\\\\]+") || name.startsWith(".")) {
        throw new IllegalArgumentException(
            "must name a folder in each split, such as label, not \"" + name + "\"");
      }
    }
    if (condition.equals(target)) {
      throw new IllegalArgumentException(
          "condition and target must be two folders, not both \"" + condition + "\"");
    }
    if (mask.equals(condition) || mask.equals(target)) {
      throw new IllegalArgumentException("mask must be a folder of its own, not \"" + mask + "\"");
    }
    pixels.resize().size(size);
    SampleRange.of(range);
  }

  @Override
  public Pairs open(Optional<FileTree> files, String split) {
    var data =
        files.orElseThrow(
            () ->
                new InvalidInputException(
                    "data: folders of pictures need a data folder; name it with --data DIR"));
    var targets = side(data, split, target);
    var pairs = FolderPairs.open(side(data, split, condition), targets, palette(files), this);
    if (!masked()) {
      return pairs;
    }
    var masks =
        mask.equals(VOID_MASK)
            ? VoidMasks.of(pairs.labels(), data.where(""))
            : PictureMasks.of(side(data, split, mask), targets);
    return new MaskedPairs(pairs, masks, readSize());
  }

  @Override
  public boolean masked() {
    return !mask.equals(NO_MASK);
  }

  private static ImagesByName side(FileTree data, String split, String name) {
    var side = split + "/" + name;
    if (data.list(side).isEmpty()) {
      throw new InvalidInputException(
          data.where(side)
              + ": there is no such folder; data.condition and data.target name two of each split,"
              + " and data.mask a third if it names any");
    }
    return ImagesByName.of(data, side);
  }

  @Override
  public boolean has(Optional<FileTree> files, String split) {
    return files.isPresent()
        && files.get().list(split + "/" + condition).isPresent()
        && files.get().list(split + "/" + target).isPresent();
  }

  @Override
  public Dataset withChannelsOf(Supplier<PairShape> training) {
    var fixed = pixels.withChannelsOf(training);
    return new TwoFolders(condition, target, size, range, onBadImage, fixed, mask);
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
