package io.pix2pix.server.model;

import com.google.common.io.ByteSource;
import io.pix2pix.server.http.ProblemException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The files that a client may send. Readers of other formats are not reached. */
enum PictureType {
  PNG("image/png", "\u0089PNG.*"),
  JPEG("image/jpeg", "\u00ff\u00d8\u00ff.*"),
  WEBP("image/webp", "RIFF....WEBP.*");

  private static final int HEAD = 16;

  private final String type;
  private final Pattern head;

  PictureType(String type, String head) {
    this.type = type;
    this.head = Pattern.compile(head, Pattern.DOTALL);
  }

  /**
   * Refuses what is of another type, or says so.
   *
   * @throws ProblemException if the type is none of these, or the body is not of that type
   */
  static void require(String type, ByteSource body) throws IOException {
    var named =
        Arrays.stream(values())
            .filter(one -> one.type.equals(type))
            .findFirst()
            .orElseThrow(PictureType::unknown);
    var head = new String(body.slice(0, HEAD).read(), StandardCharsets.ISO_8859_1);
    if (!named.head.matcher(head).matches()) {
      throw new ProblemException(400, "the body is not " + named.type);
    }
  }

  private static ProblemException unknown() {
    return new ProblemException(
        415,
        "give the Content-Type of the picture: "
            + Arrays.stream(values()).map(one -> one.type).collect(Collectors.joining(", "))
            + ", or "
            + RawImage.TYPE
            + " with "
            + RawImage.SHAPE);
  }
}
