package io.pix2pix.data.file;

import com.google.common.io.ByteSource;
import com.twelvemonkeys.imageio.metadata.CompoundDirectory;
import com.twelvemonkeys.imageio.metadata.tiff.TIFFReader;
import io.pix2pix.api.error.InvalidInputException;
import java.io.IOException;
import javax.imageio.stream.MemoryCacheImageInputStream;

/** Pages of a TIFF that are channels of one picture. */
final class TiffPages {
  private TiffPages() {}

  /**
   * Refuses pages of several kinds: all are read as the first one says.
   *
   * @param path for the message
   * @throws InvalidInputException if one is stored in another way than the first
   */
  static void requireAlike(String path, ByteSource contents) throws IOException {
    try (var bytes = contents.openStream();
        var stream = new MemoryCacheImageInputStream(bytes)) {
      var pages = (CompoundDirectory) new TIFFReader().read(stream);
      var first = words(PictureTags.tiff(pages.getDirectory(0)));
      for (int page = 1; page < pages.directoryCount(); page++) {
        var its = words(PictureTags.tiff(pages.getDirectory(page)));
        if (!its.equals(first)) {
          throw new InvalidInputException(
              "%s: page %d has %s, but the first has %s; pages that are read as channels must be stored alike"
                  .formatted(path, page + 1, its, first));
        }
      }
    }
  }

  private static String words(PictureTags tags) {
    return "%s, %s, %s%s"
        .formatted(
            tags.samples().words(),
            tags.channels().all() == 1 ? "one a pixel" : tags.channels().all() + " a pixel",
            tags.channels().colors() == 3 ? "colors" : "no colors",
            (tags.darkIsGreat() ? ", the greatest of which is black" : "")
                + (tags.orientation() == Orientation.UPRIGHT ? "" : ", turned"));
  }
}
