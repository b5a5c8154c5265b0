package io.pix2pix.data.pixels;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import io.pix2pix.api.image.ImageShape;
import io.pix2pix.api.image.SampleRange;
import io.pix2pix.api.plugin.Setting;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * How the pictures of one side are read: conditions or targets.
 *
 * @param channels which are read
 * @param range values that are black and white, if they are others than those of the data set
 * @param labels how networks see label maps
 * @param more what gives further channels: folders beside that of the side with pictures of the
 *     same names, patterns, or columns of a list
 */
public record SidePixels(
    @Setting(
            value = "auto",
            meaning =
                "channels that are read; auto: 1 where all are gray, else 3; all: also those of"
                    + " further pages")
        ChannelChoice channels,
    @Setting(
            value = "[]",
            meaning = "values that are black and white, such as [0, 4095]; []: as data.range says")
        ImmutableList<Double> range,
    @Setting(
            value = "auto",
            meaning =
                "label maps of palette.csv as colors, one channel of indices, or a channel a class;"
                    + " auto: maps of indices get its colors")
        LabelForm labels,
    @Setting(
            value = "[]",
            meaning =
                "what gives further channels: folders beside that of the side, such as [normal],"
                    + " patterns, or columns of a list")
        ImmutableList<String> more) {

  /** Pictures as they are. */
  public static final SidePixels USUAL =
      new SidePixels(ChannelChoice.AUTO, ImmutableList.of(), LabelForm.AUTO, ImmutableList.of());

  /**
   * @throws IllegalArgumentException if {@code range} is no range, or channels are chosen of label
   *     maps
   */
  public SidePixels {
    SampleRange.of(range);
    checkArgument(
        !labels.isGiven() || channels == ChannelChoice.AUTO,
        "labels decide over the channels: leave channels auto, or labels");
    for (var place : more) {
      checkArgument(
          !place.isBlank() && !place.contains("\\") && !place.matches("[./].*"),
          "more must name folders beside that of the side, such as normal, or patterns, or columns"
              + " of a list, not \"%s\"",
          place);
      checkArgument(
          !labels.isGiven(),
          "more and labels do not go together: \"%s\" gives no classes; leave one of them out",
          place);
    }
  }

  /** Black and white: its own, else those of the data set. */
  public Optional<SampleRange> range(ImmutableList<Double> ofDataset) {
    return SampleRange.of(range.isEmpty() ? ofDataset : range);
  }

  /** The same without further folders. */
  public SidePixels alone() {
    return new SidePixels(channels, range, labels, ImmutableList.of());
  }

  /** The same with as many channels as somebody says, where they follow from the pictures. */
  SidePixels withChannelsOf(Supplier<ImageShape> shape) {
    boolean follows = channels == ChannelChoice.AUTO && !labels.isGiven() && more.isEmpty();
    return follows
        ? new SidePixels(ChannelChoice.of(shape.get().channels()), range, labels, more)
        : this;
  }

  /** The shape of a picture of three channels, once it is read, as far as the settings tell. */
  public ImageShape of(ImageShape picture) {
    return switch (channels) {
      case GRAY -> picture.withChannels(1);
      case RGBA -> picture.withChannels(4);
      case AUTO, RGB, ALL -> labels == LabelForm.INDICES ? picture.withChannels(1) : picture;
    };
  }
}
