package io.pix2pix.data.file;

import com.google.common.base.Ascii;
import com.google.common.io.ByteSource;
import java.io.IOException;
import java.util.Collection;
import javax.imageio.ImageReader;

/** Looks for damage that readers of pictures pass over. */
final class PassedOverDamage {
  private PassedOverDamage() {}

  /**
   * Looks at a file that a reader is about to decode.
   *
   * @param pages how many of them it decodes
   * @param notes is told of what is left out
   * @throws javax.imageio.IIOException if it is damaged
   */
  static void check(
      ByteSource contents,
      ImageReader reader,
      PictureTags tags,
      int pages,
      Collection<String> notes)
      throws IOException {
    if (tags.compression().isPresent()) {
      TiffDamage.check(contents, tags.compression().getAsInt(), pages);
    }
    boolean hasDamagedProfile = WebpProfile.isDamaged(contents);
    if (Ascii.equalsIgnoreCase(reader.getFormatName(), "png")) {
      var chunks = PngChunks.checked(contents);
      if (chunks.contains("acTL")) {
        notes.add("is animated, of which the first picture is read");
      }
      hasDamagedProfile = chunks.contains("iCCP") && PngProfile.isDamaged(contents);
    }
    if (hasDamagedProfile) {
      notes.add("has a damaged color profile, which is ignored");
    }
  }
}
