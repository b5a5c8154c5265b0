package io.pix2pix.data.file;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
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
import java.lang.reflect.Array;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.OptionalInt;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

/**
 * What the head of a picture's file says, beside height and width, of how its samples are meant.
 *
 * @param orientation in which it is shown
 * @param samples what its numbers are
 * @param channels that it holds
 * @param lossy whether numbers may differ from those that were meant
 * @param compression the number of TIFF's
 * @param darkIsGreat whether the greatest number is black
 */
record PictureTags(
    Orientation orientation,
    SampleFormat samples,
    StoredChannels channels,
    boolean lossy,
    OptionalInt compression,
    boolean darkIsGreat) {
  private static final int HEAD = 32;
  private static final int PNG_DEPTH = 24;
  private static final int PNG_COLOR = 25;
  private static final ImmutableMap<Integer, StoredChannels> PNG_CHANNELS =
      ImmutableMap.of(
          0, StoredChannels.of(1),
          2, StoredChannels.RGB,
          3, StoredChannels.RGB,
          4, StoredChannels.of(2),
          6, StoredChannels.of(4));

  /** Markers of JPEG's frames, which say how many components there are. */
  private static final ImmutableSet<Integer> FRAMES =
      ImmutableSet.of(
          JPEG.SOF0,
          JPEG.SOF1,
          JPEG.SOF2,
          JPEG.SOF3,
          JPEG.SOF5,
          JPEG.SOF6,
          JPEG.SOF7,
          JPEG.SOF9,
          JPEG.SOF10,
          JPEG.SOF11,
          JPEG.SOF13,
          JPEG.SOF14,
          JPEG.SOF15);

  private static final int COMPONENTS_OF_FRAME = 5;
  private static final int RGB_OF_TIFF = 2;
  private static final PictureTags USUAL = plain(Orientation.UPRIGHT, false);

  private static PictureTags plain(Orientation orientation, boolean lossy) {
    return plain(orientation, lossy, StoredChannels.RGB);
  }

  private static PictureTags plain(
      Orientation orientation, boolean lossy, StoredChannels channels) {
    return new PictureTags(
        orientation, SampleFormat.BYTES, channels, lossy, OptionalInt.empty(), false);
  }

  /** What a decoder makes of each pixel. */
  double bytesOfPixel() {
    return channels.all() * Math.max(1, samples.bits() / 8.0);
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
      } else if (start.startsWith("BM") && BitmapColors.areGray(contents)) {
        return plain(Orientation.UPRIGHT, false, StoredChannels.of(1));
      } else if (NpyHeader.begins(start)) {
        return npy(contents);
      } else if (PnmHeader.begins(start)) {
        return pnm(contents);
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
      var wanted = new HashMap<Integer, List<String>>();
      wanted.put(JPEG.APP1, List.of("Exif"));
      FRAMES.forEach(frame -> wanted.put(frame, JPEGSegmentUtil.ALL_IDS));
      var orientation = Orientation.UPRIGHT;
      var channels = StoredChannels.RGB;
      for (var segment : JPEGSegmentUtil.readSegments(stream, wanted)) {
        if (segment.marker() == JPEG.APP1) {
          byte[] padded = segment.data().readAllBytes();
          orientation =
              orientation(Arrays.copyOfRange(padded, Math.min(1, padded.length), padded.length));
        } else if (segment.data().readNBytes(COMPONENTS_OF_FRAME + 1)[COMPONENTS_OF_FRAME] == 1) {
          channels = StoredChannels.of(1);
        }
      }
      return plain(orientation, true, channels);
    }
  }

  private static PictureTags png(ByteSource contents, byte[] head) throws IOException {
    var exif = Chunks.find(contents, Chunks.Form.PNG, "eXIf");
    var samples = new SampleFormat(SampleFormat.Kind.UNSIGNED, head[PNG_DEPTH]);
    var channels = PNG_CHANNELS.getOrDefault((int) head[PNG_COLOR], StoredChannels.RGB);
    return new PictureTags(
        exif.isPresent() ? orientation(exif.get()) : Orientation.UPRIGHT,
        samples,
        channels,
        false,
        OptionalInt.empty(),
        false);
  }

  private static PictureTags npy(ByteSource contents) throws IOException {
    try (var bytes = contents.openStream();
        var stream = new MemoryCacheImageInputStream(bytes)) {
      var head = NpyHeader.read(stream);
      int channels = head.channels();
      boolean isColored = channels == 1 || channels == 3;
      return exact(
          head.samples(),
          isColored ? StoredChannels.of(channels) : new StoredChannels(0, channels));
    }
  }

  private static PictureTags pnm(ByteSource contents) throws IOException {
    try (var bytes = contents.openStream();
        var stream = new MemoryCacheImageInputStream(bytes)) {
      var head = PnmHeader.read(stream);
      return exact(head.samples(), head.stored());
    }
  }

  private static PictureTags exact(SampleFormat samples, StoredChannels channels) {
    return new PictureTags(
        Orientation.UPRIGHT, samples, channels, false, OptionalInt.empty(), false);
  }

  private static PictureTags webp(ByteSource contents) throws IOException {
    var exif = Chunks.find(contents, Chunks.Form.RIFF, "EXIF");
    boolean lossy = Chunks.find(contents, Chunks.Form.RIFF, "VP8L").isEmpty();
    return plain(exif.isPresent() ? orientation(exif.get()) : Orientation.UPRIGHT, lossy);
  }

  private static PictureTags tiff(ByteSource contents) throws IOException {
    try (var bytes = contents.openStream();
        var stream = new MemoryCacheImageInputStream(bytes)) {
      return tiff(directory(stream));
    }
  }

  /** What the directory of one page of a TIFF says. */
  static PictureTags tiff(Directory tags) {
    var kind = SampleFormat.Kind.of(number(tags, TIFF.TAG_SAMPLE_FORMAT).orElse(1));
    int compression = number(tags, TIFF.TAG_COMPRESSION).orElse(1);
    return new PictureTags(
        Orientation.of(number(tags, TIFF.TAG_ORIENTATION).orElse(1)),
        new SampleFormat(kind, number(tags, TIFF.TAG_BITS_PER_SAMPLE).orElse(1)),
        tiffChannels(tags),
        TiffCompression.isLossy(compression),
        OptionalInt.of(compression),
        number(tags, TIFF.TAG_PHOTOMETRIC_INTERPRETATION).orElse(1) == 0);
  }

  private static StoredChannels tiffChannels(Directory tags) {
    int samples = number(tags, TIFF.TAG_SAMPLES_PER_PIXEL).orElse(1);
    int photometric = number(tags, TIFF.TAG_PHOTOMETRIC_INTERPRETATION).orElse(1);
    if (photometric > 1) {
      return photometric == RGB_OF_TIFF && samples > 3
          ? StoredChannels.of(samples)
          : StoredChannels.RGB;
    }
    boolean hasAlpha = samples == 2 && number(tags, TIFF.TAG_EXTRA_SAMPLES).orElse(0) > 0;
    return samples == 1 || hasAlpha ? StoredChannels.of(samples) : new StoredChannels(0, samples);
  }

  /** That of Exif's bytes, which may begin with its name; upright if they are damaged. */
  private static Orientation orientation(byte[] exif) {
    int start = new String(exif, StandardCharsets.ISO_8859_1).startsWith("Exif\0\0") ? 6 : 0;
    var bytes = new ByteArrayInputStream(exif, start, exif.length - start);
    try (var stream = new MemoryCacheImageInputStream(bytes)) {
      return Orientation.of(number(directory(stream), TIFF.TAG_ORIENTATION).orElse(1));
    } catch (IOException | RuntimeException e) {
      // Readers of tags meet damaged ones with exceptions of many kinds; the rest may be sound.
      return Orientation.UPRIGHT;
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
