package io.pix2pix.data.file;

import com.google.common.io.ByteSource;
import com.google.common.primitives.Ints;
import com.twelvemonkeys.imageio.metadata.CompoundDirectory;
import com.twelvemonkeys.imageio.metadata.Directory;
import com.twelvemonkeys.imageio.metadata.jpeg.JPEG;
import com.twelvemonkeys.imageio.metadata.jpeg.JPEGSegmentUtil;
import com.twelvemonkeys.imageio.metadata.tiff.TIFF;
import com.twelvemonkeys.imageio.metadata.tiff.TIFFReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Array;
import java.nio.charset.StandardCharsets;
import java.util.OptionalInt;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

/**
 * What the head of a picture's file says, beside height and width, of how its samples are meant.
 *
 * @param orientation in which it is shown
 * @param samples what its numbers are
 * @param bands numbers of a pixel
 * @param lossy whether numbers may differ from those that were meant
 * @param compression the number of TIFF's
 * @param darkIsGreat whether the greatest number is black
 */
record PictureTags(
    Orientation orientation,
    SampleFormat samples,
    int bands,
    boolean lossy,
    OptionalInt compression,
    boolean darkIsGreat) {
  private static final int HEAD = 32;
  private static final int PNG_DEPTH = 24;
  private static final int PNG_COLOR = 25;
  private static final int[] PNG_BANDS = {1, 0, 3, 1, 2, 0, 4};
  private static final PictureTags USUAL = plain(Orientation.UPRIGHT, false);

  private static PictureTags plain(Orientation orientation, boolean lossy) {
    return new PictureTags(orientation, SampleFormat.BYTES, 3, lossy, OptionalInt.empty(), false);
  }

  /** What a decoder makes of each pixel. */
  double bytesOfPixel() {
    return bands * Math.max(1, samples.bits() / 8.0);
  }

  /** What a file says; what cannot be read of it counts as not said. */
  static PictureTags of(ByteSource contents) throws IOException {
    var head = contents.slice(0, HEAD).read();
    var start = new String(head, StandardCharsets.ISO_8859_1);
    try {
      if (start.startsWith("\u00ff\u00d8")) {
        return jpeg(contents);
      } else if (start.startsWith("\u0089PNG") && head.length > PNG_COLOR) {
        return png(contents, head);
      } else if (start.matches("(?s)(II[*+]\0|MM\0[*+]).*")) {
        return tiff(contents);
      } else if (start.matches("(?s)RIFF....WEBP.*")) {
        return webp(contents);
      }
    } catch (IOException | RuntimeException e) {
      // Readers of tags meet damaged ones with exceptions of many kinds; pixels may be sound.
      return USUAL;
    }
    return USUAL;
  }

  private static PictureTags jpeg(ByteSource contents) throws IOException {
    try (var bytes = contents.openStream();
        var stream = new MemoryCacheImageInputStream(bytes)) {
      var exif = JPEGSegmentUtil.readSegments(stream, JPEG.APP1, "Exif");
      return plain(exif.isEmpty() ? Orientation.UPRIGHT : orientation(exif.get(0).data(), 1), true);
    }
  }

  private static PictureTags png(ByteSource contents, byte[] head) throws IOException {
    var exif = Chunks.find(contents, Chunks.Form.PNG, "eXIf");
    var samples = new SampleFormat(SampleFormat.Kind.UNSIGNED, head[PNG_DEPTH]);
    int color = head[PNG_COLOR];
    int bands = color >= 0 && color < PNG_BANDS.length ? PNG_BANDS[color] : 0;
    return new PictureTags(
        exif.isPresent() ? orientation(exif.get()) : Orientation.UPRIGHT,
        samples,
        Math.max(1, bands),
        false,
        OptionalInt.empty(),
        false);
  }

  private static PictureTags webp(ByteSource contents) throws IOException {
    var exif = Chunks.find(contents, Chunks.Form.RIFF, "EXIF");
    boolean lossy = Chunks.find(contents, Chunks.Form.RIFF, "VP8L").isEmpty();
    return plain(exif.isPresent() ? orientation(exif.get()) : Orientation.UPRIGHT, lossy);
  }

  private static PictureTags tiff(ByteSource contents) throws IOException {
    try (var bytes = contents.openStream();
        var stream = new MemoryCacheImageInputStream(bytes)) {
      var tags = directory(stream);
      var kind = SampleFormat.Kind.of(number(tags, TIFF.TAG_SAMPLE_FORMAT).orElse(1));
      int compression = number(tags, TIFF.TAG_COMPRESSION).orElse(1);
      return new PictureTags(
          Orientation.of(number(tags, TIFF.TAG_ORIENTATION).orElse(1)),
          new SampleFormat(kind, number(tags, TIFF.TAG_BITS_PER_SAMPLE).orElse(1)),
          number(tags, TIFF.TAG_SAMPLES_PER_PIXEL).orElse(1),
          TiffCompression.isLossy(compression),
          OptionalInt.of(compression),
          number(tags, TIFF.TAG_PHOTOMETRIC_INTERPRETATION).orElse(1) == 0);
    }
  }

  /** That of Exif's bytes, which may begin with its name. */
  private static Orientation orientation(byte[] exif) throws IOException {
    boolean named = new String(exif, StandardCharsets.ISO_8859_1).startsWith("Exif\0\0");
    return orientation(new ByteArrayInputStream(exif), named ? 6 : 0);
  }

  private static Orientation orientation(InputStream exif, int skipped) throws IOException {
    exif.skipNBytes(skipped);
    try (var stream = new MemoryCacheImageInputStream(exif)) {
      return Orientation.of(number(directory(stream), TIFF.TAG_ORIENTATION).orElse(1));
    }
  }

  private static Directory directory(ImageInputStream stream) throws IOException {
    return ((CompoundDirectory) new TIFFReader().read(stream)).getDirectory(0);
  }

  /** The first number of a tag. */
  private static OptionalInt number(Directory tags, int tag) {
    var entry = tags.getEntryById(tag);
    var value = entry == null ? null : entry.getValue();
    var first = value != null && value.getClass().isArray() ? Array.get(value, 0) : value;
    return first instanceof Number number
        ? OptionalInt.of(Ints.saturatedCast(number.longValue()))
        : OptionalInt.empty();
  }
}
