package io.pix2pix.data.file;

import com.google.common.base.Ascii;
import com.google.common.collect.ImmutableSortedMap;
import io.pix2pix.api.data.PairFile;
import io.pix2pix.api.error.InvalidInputException;
import io.pix2pix.api.image.ImageShape;
import java.awt.image.Raster;
import java.io.IOException;
import javax.imageio.ImageReader;

/**
 * How a picture is stored: what is in its file, before anything is made of it.
 *
 * @param format for example {@code png}
 * @param height in pixels, as stored
 * @param width in pixels, as stored
 * @param channels numbers of a pixel; 1 where it is an index into a table of colors
 * @param bits of each number
 * @param kind of numbers, for example {@code unsigned whole numbers}
 * @param least of all numbers
 * @param greatest of all numbers
 * @param values how many pixels have each number, in pictures of one channel of whole numbers that
 *     have {@value #MOST_VALUES} different ones at most; else empty
 */
public record PictureFacts(
    String format,
    int height,
    int width,
    int channels,
    int bits,
    String kind,
    double least,
    double greatest,
    ImmutableSortedMap<Integer, Long> values) {
  /** Different numbers that are counted. */
  public static final int MOST_VALUES = 256;

  /**
   * Decodes a file, unless that was {@link DecodedOnce done} before.
   *
   * @throws InvalidInputException if it cannot be read
   */
  public static PictureFacts of(PairFile file) {
    return DecodedOnce.facts(file.where()).orElseGet(() -> decoded(file));
  }

  private static PictureFacts decoded(PairFile file) {
    var reader = new PictureReader(file.where(), file.contents());
    var tags = reader.tags();
    return reader.ask(tags, opened -> of(file.where(), opened, tags));
  }

  private static PictureFacts of(String where, ImageReader reader, PictureTags tags)
      throws IOException {
    var stored = new ImageShape(reader.getHeight(0), reader.getWidth(0), 3);
    return PictureMemory.within(
        where,
        stored,
        tags.bytesOfPixel(),
        () -> of(reader.getFormatName(), raster(reader, tags), tags));
  }

  /** Those of a picture that is decoded. */
  static PictureFacts of(String format, Raster raster, PictureTags tags) {
    var samples = StoredSamples.of(raster, tags.samples());
    return new PictureFacts(
        Ascii.toLowerCase(format),
        raster.getHeight(),
        raster.getWidth(),
        raster.getNumBands(),
        tags.samples().bits(),
        tags.samples().kindInWords(),
        samples.least(),
        samples.greatest(),
        samples.values());
  }

  /** Raw rasters of JPEG files have other colors; those of the others have no picture. */
  private static Raster raster(ImageReader reader, PictureTags tags) throws IOException {
    boolean isPicture = tags.samples().hasRange();
    return isPicture || !reader.canReadRaster()
        ? reader.read(0).getRaster()
        : reader.readRaster(0, null);
  }
}
