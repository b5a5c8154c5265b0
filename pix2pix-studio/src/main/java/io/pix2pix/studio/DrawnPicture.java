package io.pix2pix.studio;

import com.google.common.io.ByteSource;
import io.pix2pix.api.error.InvalidInputException;
import io.pix2pix.api.image.Image;
import io.pix2pix.data.file.ImageFiles;
import io.pix2pix.data.file.ReadOptions;
import io.pix2pix.train.translation.TrainedRun;
import java.io.IOException;

/**
 * A picture that a page sends, as a file would hold it. It is looked at before it is decoded.
 *
 * @param contents of the file
 */
record DrawnPicture(ByteSource contents) {
  /** What messages call it. */
  static final String NAME = "drawing";

  /** Bytes that it may have: more than a picture of the largest size needs. */
  static final int LARGEST = 16 << 20;

  private static final int LONGEST_EDGE = 2048;

  /**
   * The picture with the channels that a run reads.
   *
   * @return {@code [h, w, c]}, in {@code [-1, 1]}
   * @throws InvalidInputException if it is empty, no picture, too large, or cut short
   * @throws IOException if it cannot be read
   */
  Image read(TrainedRun run) throws IOException {
    if (contents.isEmpty()) {
      throw new InvalidInputException("drawing: is empty; send a picture, such as a PNG file");
    }
    var shape = ImageFiles.shape(contents, NAME);
    if (Math.max(shape.height(), shape.width()) > LONGEST_EDGE) {
      throw new InvalidInputException(
          "drawing: %s pixels; at most %d of width and height can be translated here, and `pix2pix translate --tiles` takes larger ones"
              .formatted(shape.widthByHeight(), LONGEST_EDGE));
    }
    var options = ReadOptions.of(run.pictureChannels(), run.data().sampleRange());
    return ImageFiles.read(contents, NAME, options);
  }
}
