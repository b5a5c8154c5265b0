package io.pix2pix.data.file;

import com.google.common.io.ByteSource;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Color profiles of WebP files. The reader refuses a file for a damaged one, which pixels do not
 * need.
 */
final class WebpProfile {
  private static final int FIRST = 12;
  private static final int HEAD = 8;
  private static final String NAME = "ICCP";

  private WebpProfile() {}

  /** Whether a file is WebP and its profile is none that colors can be read with. */
  static boolean isDamaged(ByteSource contents) throws IOException {
    var start = new String(contents.slice(0, FIRST).read(), StandardCharsets.ISO_8859_1);
    return start.matches("(?s)RIFF....WEBP")
        && Chunks.find(contents, Chunks.Form.RIFF, NAME).filter(WebpProfile::isDamaged).isPresent();
  }

  private static boolean isDamaged(byte[] profile) {
    try {
      return ICC_Profile.getInstance(profile).getColorSpaceType() != ColorSpace.TYPE_RGB;
    } catch (IllegalArgumentException e) {
      return true;
    }
  }

  /** A file whose profile has another name, so that readers pass over it. */
  static ByteSource hidden(ByteSource contents) throws IOException {
    byte[] bytes = contents.read();
    var file = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    for (long at = FIRST; at + HEAD <= bytes.length; ) {
      int start = (int) at;
      var name = new String(bytes, start, NAME.length(), StandardCharsets.ISO_8859_1);
      if (name.equals(NAME)) {
        Arrays.fill(bytes, start, start + NAME.length(), (byte) 'x');
      }
      long length = Integer.toUnsignedLong(file.getInt(start + NAME.length()));
      at += HEAD + length + length % 2;
    }
    return ByteSource.wrap(bytes);
  }
}
