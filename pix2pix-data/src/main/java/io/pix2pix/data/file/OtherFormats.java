package io.pix2pix.data.file;

import com.google.common.base.Ascii;
import com.google.common.collect.ImmutableMap;
import com.google.common.io.ByteSource;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/** Formats of images, and of what is found in their place, that are told but not read. */
final class OtherFormats {
  private static final int HEAD = 64;
  private static final ImmutableMap<String, String> STARTS =
      ImmutableMap.<String, String>builder()
          .put("(?s)....ftypavi[fs].*", "AVIF")
          .put("(?s)....ftyp(hei[cxm]|mif1|msf1).*", "HEIF")
          .put("(?s)\\x00\\x00\\x00\\x0cjP .*|(?s)\\xffO\\xffQ.*", "JPEG 2000")
          .put("(?s)\\xff\\x0a.*|(?s)\\x00\\x00\\x00\\x0cJXL .*", "JPEG XL")
          .put("(?s)PK[\\x03\\x05].*", "a ZIP archive, not an image")
          .put("(?s)\\x1f\\x8b.*", "packed with gzip")
          .put("(?s)PAR1.*", "a Parquet file, not an image")
          .put("(?s)8BPS.*", "a Photoshop file")
          .put("(?s)%pdf.*", "a PDF file")
          .put("(?s)\\s*<(!doctype html|html).*", "a web page, not an image")
          .put("(?s)\\s*<(\\?xml|svg).*", "XML or SVG")
          .buildOrThrow();

  private OtherFormats() {}

  /** What a file is, if it is one of these. */
  static Optional<String> nameOf(ByteSource contents) throws IOException {
    var head = new String(contents.slice(0, HEAD).read(), StandardCharsets.ISO_8859_1);
    return STARTS.entrySet().stream()
        .filter(start -> matches(head, start.getKey()))
        .map(Map.Entry::getValue)
        .findFirst();
  }

  private static boolean matches(String head, String start) {
    return head.matches(start) || Ascii.toLowerCase(head).matches(start);
  }
}
