package io.pix2pix.data.file;

import com.google.common.io.ByteSource;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.InflaterInputStream;

/** Color profiles of PNG files. Readers pass over a damaged one, which pixels do not need. */
final class PngProfile {
  private static final int HEAD = 128;
  private static final int SIGNATURE_AT = 36;
  private static final String SIGNATURE = "acsp";

  private PngProfile() {}

  /** Whether there is one that is no profile. */
  static boolean isDamaged(ByteSource png) throws IOException {
    return Chunks.find(png, Chunks.Form.PNG, "iCCP").filter(PngProfile::isDamaged).isPresent();
  }

  /** Behind a name and a byte that says how, the profile is packed with Deflate. */
  private static boolean isDamaged(byte[] chunk) {
    int name = 0;
    while (name < chunk.length && chunk[name] != 0) {
      name++;
    }
    int start = Math.min(chunk.length, name + 2);
    try (var packed = new ByteArrayInputStream(chunk, start, chunk.length - start);
        var profile = new InflaterInputStream(packed)) {
      var head = new String(profile.readNBytes(HEAD), StandardCharsets.ISO_8859_1);
      return head.length() < HEAD || !head.startsWith(SIGNATURE, SIGNATURE_AT);
    } catch (IOException e) {
      return true;
    }
  }
}
