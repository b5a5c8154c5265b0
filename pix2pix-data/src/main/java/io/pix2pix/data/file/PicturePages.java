package io.pix2pix.data.file;

import com.google.common.base.Ascii;
import io.pix2pix.api.error.InvalidInputException;
import io.pix2pix.api.image.Image;
import io.pix2pix.api.image.SampleRange;
import io.pix2pix.data.pixels.ChannelChoice;
import java.awt.image.ColorModel;
import java.awt.image.Raster;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import javax.imageio.ImageReader;

/**
 * The channels of the pages of a file that somebody chooses.
 *
 * @param path of the file, for messages
 * @param tags how its numbers are meant
 * @param options what is read
 */
record PicturePages(String path, PictureTags tags, ReadOptions options) {

  /** How many pages a file has. */
  static int count(ImageReader reader) throws IOException {
    var format = Ascii.toLowerCase(reader.getFormatName());
    boolean hasPages = format.equals("tiff") || format.equals("gif") || format.equals("webp");
    return hasPages ? reader.getNumImages(true) : 1;
  }

  /**
   * What is read of the file.
   *
   * @param notes is told of what is left out, cut or guessed
   * @return {@code [h, w, c]}, in {@code [-1, 1]}
   */
  Image read(ImageReader reader, Collection<String> notes) throws IOException {
    int pages = count(reader);
    if (options.channels() != ChannelChoice.ALL) {
      if (pages > 1) {
        notes.add("has %d pages, of which the first is read".formatted(pages));
      }
      return page(reader, 0, notes);
    }
    var images = new ArrayList<Image>();
    for (int page = 0; page < pages; page++) {
      images.add(page(reader, page, notes));
    }
    return joined(images);
  }

  private Image joined(List<Image> pages) {
    var first = pages.get(0).shape();
    for (var page : pages) {
      if (page.height() != first.height() || page.width() != first.width()) {
        throw new InvalidInputException(
            "%s: has pages of %s and of %s pixels; pages that are read as channels must have one size"
                .formatted(path, first.widthByHeight(), page.shape().widthByHeight()));
      }
    }
    return PictureChannels.joined(pages);
  }

  private Image page(ImageReader reader, int page, Collection<String> notes) throws IOException {
    noteChannels(notes);
    if (tags.samples().takesRange() && options.range().isPresent()) {
      return scaled(told(reader, page, raster(reader, page)), options.range().get(), notes);
    }
    var stored = tags.channels();
    if (stored.colors() == 0) {
      return chosen(PictureChannels.raw(told(reader, page, raster(reader, page)), stored.all()));
    }
    var picture = reader.read(page);
    noteTransparency(picture.getColorModel(), notes);
    told(reader, page, picture.getRaster());
    if (tags.samples().bits() == 16) {
      new SamplePictures(picture.getRaster(), tags).noteUnusedBits(notes);
    }
    return switch (options.channels()) {
      case AUTO, GRAY, RGB ->
          chosen(
              stored.colors() == 1 ? PictureChannels.gray(picture) : PictureChannels.rgb(picture));
      case RGBA ->
          PictureChannels.joined(
              List.of(PictureChannels.rgb(picture), PictureChannels.alpha(picture)));
      case ALL ->
          stored.all() == 3 && stored.colors() == 3
              ? PictureChannels.rgb(picture)
              : stored.all() == 1
                  ? PictureChannels.gray(picture)
                  : PictureChannels.raw(picture.getRaster(), stored.all());
    };
  }

  /** Of several pages, the first one counts. */
  private Raster told(ImageReader reader, int page, Raster stored) throws IOException {
    var format = reader.getFormatName();
    if (page == 0) {
      DecodedOnce.tell(path, () -> PictureFacts.of(format, stored, tags));
    }
    return stored;
  }

  private Image scaled(Raster raster, SampleRange range, Collection<String> notes) {
    var samples = new SamplePictures(raster, tags);
    var stored = tags.channels();
    int bands = raster.getNumBands();
    return switch (options.channels()) {
      case AUTO, GRAY, RGB ->
          chosen(samples.scaled(range, Math.min(bands, stored.natural()), notes));
      case RGBA -> withAlpha(samples.scaled(range, bands, notes));
      case ALL -> samples.scaled(range, bands, notes);
    };
  }

  /** An image of the natural channels, with as many as somebody chooses. */
  private Image chosen(Image natural) {
    int has = natural.channels();
    return switch (options.channels()) {
      case RGBA -> has == 4 ? natural : colors(natural, "rgba");
      case GRAY -> has == 1 ? natural : colors(natural, "gray").toGray();
      case RGB -> has == 1 ? PictureChannels.repeated(natural) : colors(natural, "rgb");
      case AUTO, ALL -> natural;
    };
  }

  private Image colors(Image natural, String choice) {
    if (natural.channels() != 3) {
      throw new InvalidInputException(
          "%s: has %d channels, which are no colors and cannot be read as %s; read them with channels: all"
              .formatted(path, natural.channels(), choice));
    }
    return natural;
  }

  private static Image withAlpha(Image all) {
    int has = all.channels();
    var colors = has < 3 ? PictureChannels.band(all, 0, 0, 0) : PictureChannels.band(all, 0, 1, 2);
    var alpha =
        has == 2 || has == 4
            ? PictureChannels.band(all, has - 1)
            : PictureChannels.opaque(all.shape());
    return PictureChannels.joined(List.of(colors, alpha));
  }

  private void noteChannels(Collection<String> notes) {
    var stored = tags.channels();
    boolean keeps =
        options.channels() == ChannelChoice.ALL || options.channels() == ChannelChoice.RGBA;
    if (stored.hasMore() && !keeps) {
      notes.add(
          "has more channels than %s (alpha, as a rule), which are left out; channels: rgba or all keeps them"
              .formatted(stored.colors() == 1 ? "gray" : "red, green and blue"));
    }
    if (stored.colors() == 3 && options.channels() == ChannelChoice.GRAY) {
      notes.add("is colored and is read as gray");
    }
  }

  /** That of tables of colors, and of formats whose heads are not looked into. */
  private void noteTransparency(ColorModel colors, Collection<String> notes) {
    if (colors.hasAlpha()
        && !tags.channels().hasMore()
        && options.channels() != ChannelChoice.RGBA) {
      notes.add("has transparency, which is left out; channels: rgba keeps it");
    }
  }

  private static Raster raster(ImageReader reader, int page) throws IOException {
    return reader.canReadRaster() ? reader.readRaster(page, null) : reader.read(page).getRaster();
  }
}
