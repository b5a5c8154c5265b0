package io.pix2pix.data.paired;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import io.pix2pix.api.data.Dataset;
import io.pix2pix.api.data.FileTree;
import io.pix2pix.api.data.Pairs;
import io.pix2pix.api.error.InvalidInputException;
import io.pix2pix.api.image.PairShape;
import io.pix2pix.api.image.SampleRange;
import io.pix2pix.api.plugin.Setting;
import io.pix2pix.data.file.BadImage;
import io.pix2pix.data.file.ImageFileDataset;
import io.pix2pix.data.file.SplitFolders;
import io.pix2pix.data.file.StoredImages;
import io.pix2pix.data.layout.PictureLayout;
import io.pix2pix.data.layout.Split;
import io.pix2pix.data.mask.MaskSource;
import io.pix2pix.data.mask.UnmaskedPairs;
import io.pix2pix.data.pixels.PixelSettings;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Pictures whose left half A and right half B belong together, in a folder for each split: {@code
 * train}, {@code val}, {@code test}.
 *
 * @param direction which half is the condition
 * @param size height and width of each half when read, in pixels; 0 keeps them as stored
 * @param range values that are black and white in pictures whose numbers are more than bytes; empty
 *     for those of their type
 * @param onBadImage what becomes of a pair of which a file cannot be used
 * @param pixels how pictures are read
 * @param files where pictures are below the data folder, as a {@link
 *     io.pix2pix.data.layout.PathPattern}
 * @param split of data that has no splits of its own
 * @param mask which pixels count, as {@link MaskSource} has it; a folder of each split with masks
 *     of the size of a half, or a pattern
 */
public record Paired(
    @Setting(value = "AtoB", meaning = "AtoB: the left half is the condition; BtoA: the right half")
        Direction direction,
    @Setting(
            value = "0",
            meaning = "pixels of height and width that each half is resized to; 0: as stored",
            min = 0)
        int size,
    @Setting(value = "[]", meaning = RANGE) ImmutableList<Double> range,
    @Setting(value = "fail", meaning = ON_BAD_IMAGE) BadImage onBadImage,
    @Setting(value = "{}", meaning = PixelSettings.MEANING) PixelSettings pixels,
    @Setting(value = PictureLayout.USUAL, meaning = PictureLayout.FILES) String files,
    @Setting(value = "{}", meaning = PictureLayout.SPLIT) Split split,
    @Setting(
            value = MaskSource.NONE,
            meaning =
                MaskSource.MEANING
                    + "a folder of gray masks in each split, or a pattern of them"
                    + MaskSource.OR)
        String mask)
    implements ImageFileDataset {
  private static final String PICTURES = "paired pictures";
  private static final Logger LOG = LoggerFactory.getLogger(Paired.class);

  /** With the defaults of an experiment file for everything else. */
  public Paired(Direction direction, int size) {
    this(direction, size, ImmutableList.of(), BadImage.FAIL, PixelSettings.USUAL);
  }

  /** In a folder for each split. */
  public Paired(
      Direction direction,
      int size,
      ImmutableList<Double> range,
      BadImage onBadImage,
      PixelSettings pixels) {
    this(
        direction, size, range, onBadImage, pixels, "{split}/{name}", Split.USUAL, MaskSource.NONE);
  }

  /**
   * @throws IllegalArgumentException if {@code size} is negative, or {@code range} no range, or
   *     {@code files} no pattern
   */
  public Paired {
    PictureLayout.of(files, split).check(new MaskSource(mask));
    pixels.resize().size(size);
    checkArgument(
        pixels.condition().more().isEmpty() && pixels.target().more().isEmpty(),
        "more is for sides that have a folder each, as with data=folders: leave it out");
    SampleRange.of(range);
  }

  @Override
  public Pairs open(Optional<FileTree> data, String name) {
    var tree = SplitFolders.of(data, PICTURES).files();
    var masks = new MaskSource(mask);
    var found = PictureLayout.of(files, split).images(data, name, PICTURES, masks);
    var images = masks.targets(found.get(0));
    warnOfSquare(images);
    var palette = palette(data);
    palette.ifPresent(
        its -> PairedPalette.require(images, its, tree.where(PALETTE), showsClasses()));
    var pairs = PairedFiles.of(images, this, palette);
    var labels = LabeledHalves.labels(pairs, palette, pixels);
    var unmasked =
        new UnmaskedPairs(
            new LabeledHalves(pairs, labels), direction.targets(pairs.targets()), readSize());
    return masks.on(unmasked, labels, found.stream().skip(1).findFirst(), tree.where(""));
  }

  private static void warnOfSquare(StoredImages images) {
    if (isSquare(images)) {
      LOG.warn(
          "{}: is square, so that halves are half as wide as high; a pair is A and B side by side;"
              + " for single pictures in two folders take data=folders",
          images.where(0));
    }
  }

  @Override
  public boolean masked() {
    return new MaskSource(mask).isGiven();
  }

  private static boolean isSquare(StoredImages images) {
    try {
      var first = images.shape(0);
      return first.width() == first.height();
    } catch (InvalidInputException e) {
      return false; // It is told when it is needed.
    }
  }

  @Override
  public boolean has(Optional<FileTree> data, String name) {
    return PictureLayout.of(files, split).has(data, name);
  }

  @Override
  public Dataset withChannelsOf(Supplier<PairShape> training) {
    var fixed = pixels.withChannelsOf(training);
    return new Paired(direction, size, range, onBadImage, fixed, files, split, mask);
  }

  @Override
  public boolean conditionIsRightHalf() {
    return direction == Direction.BtoA;
  }
}
