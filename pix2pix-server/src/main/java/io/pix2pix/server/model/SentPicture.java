package io.pix2pix.server.model;

import com.google.common.base.Ascii;
import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import com.google.common.io.ByteSource;
import io.pix2pix.api.error.InvalidInputException;
import io.pix2pix.api.image.Image;
import io.pix2pix.api.image.ImageShape;
import io.pix2pix.data.file.ImageBytes;
import io.pix2pix.data.file.ReadOptions;
import io.pix2pix.server.http.ProblemException;
import io.pix2pix.server.http.ServerRequest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * A picture that a client has sent, whose size is known before it is decoded.
 *
 * @param body of the request
 * @param raw whether these are numbers, not a file
 * @param shape height and width; the channels of a file are not known yet
 */
record SentPicture(ByteSource body, boolean raw, ImageShape shape) {
  /** What messages call it. */
  static final String WHERE = "the picture";

  /**
   * Looks at the head of a picture.
   *
   * @throws ProblemException if it is of another type, damaged, or too large
   */
  static SentPicture of(ServerRequest request, int mostPixels) throws IOException {
    var type = type(request);
    boolean raw = type.equals(RawImage.TYPE);
    if (!raw) {
      PictureType.require(type, request.body());
    }
    var shape =
        raw
            ? RawImage.shape(request.header(RawImage.SHAPE).orElse(""))
            : readable(() -> new ImageBytes(WHERE, request.body()).shape());
    if ((long) shape.height() * shape.width() > mostPixels) {
      throw new ProblemException(
          413,
          "the picture has %s pixels; there may be %d in all"
              .formatted(shape.widthByHeight(), mostPixels));
    }
    return new SentPicture(request.body(), raw, shape);
  }

  private static String type(ServerRequest request) {
    var header = request.header("Content-Type").orElse("");
    return Ascii.toLowerCase(Splitter.on(';').trimResults().splitToList(header).get(0));
  }

  long pixels() {
    return (long) shape.height() * shape.width();
  }

  /**
   * Decodes it, with the channels that a model takes.
   *
   * @throws ProblemException if it is damaged
   */
  Decoded decode(Model model) throws IOException {
    if (raw) {
      return new Decoded(RawImage.read(body.read(), shape), ImmutableList.of());
    }
    List<String> notes = new ArrayList<>();
    var run = model.served().run();
    var bytes = new ImageBytes(WHERE, body);
    var image =
        readable(
            () ->
                model
                    .labels()
                    .map(palette -> bytes.readLabels(palette, notes::add))
                    .orElseGet(
                        () ->
                            bytes.read(
                                ReadOptions.of(run.pictureChannels(), run.data().sampleRange()),
                                notes::add)));
    return new Decoded(image, ImmutableList.copyOf(notes));
  }

  private static <T> T readable(Reading<T> reading) {
    try {
      return reading.read();
    } catch (InvalidInputException e) {
      throw new ProblemException(400, String.valueOf(e.getMessage()));
    }
  }

  private interface Reading<T> {
    T read();
  }

  /**
   * @param image {@code [h, w, c]}, in {@code [-1, 1]}
   * @param notes what was ignored, cut or guessed
   */
  record Decoded(Image image, ImmutableList<String> notes) {}
}
