package io.pix2pix.data.file;

import com.google.common.io.ByteSource;
import io.pix2pix.api.image.Image;
import io.pix2pix.api.image.ImageShape;
import io.pix2pix.api.image.Palette;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.Consumer;

/**
 * A picture whose file lies in memory: it is read and refused as {@link ImageFiles} does one on a
 * disk.
 *
 * @param where for messages, in place of a path
 * @param contents of the file
 */
public record ImageBytes(String where, ByteSource contents) {

  /**
   * The shape of the image, from its head: it is not decoded.
   *
   * @return height, width, and 3 channels
   * @throws io.pix2pix.api.error.InvalidInputException if it is empty or no image
   */
  public ImageShape shape() {
    return new PictureFile(where, contents).shape();
  }

  /**
   * The image, upright.
   *
   * @param notes is told what is ignored, cut or guessed in it
   * @return {@code [h, w, c]}, in {@code [-1, 1]}
   * @throws io.pix2pix.api.error.InvalidInputException if it is empty, cut short or no image
   */
  public Image read(ReadOptions options, Consumer<String> notes) {
    var picture = new PictureFile(where, contents, options).decode();
    picture.notes().forEach(notes);
    return picture.image();
  }

  /**
   * A label map, as {@link ImageFiles#readLabels} reads it.
   *
   * @param notes is told what is ignored, cut or guessed in it
   * @return {@code [h, w, 3]}, in {@code [-1, 1]}
   * @throws io.pix2pix.api.error.InvalidInputException if it is empty, cut short or no image
   */
  public Image readLabels(Palette palette, Consumer<String> notes) {
    return new PictureFile(where, contents)
        .decodeIndices(palette)
        .orElseGet(() -> read(ReadOptions.RGB, notes));
  }

  /**
   * The bytes that {@link ImageFiles#write(java.nio.file.Path, Image)} gives a PNG file.
   *
   * @param image of 1, 3 or 4 channels, in {@code [-1, 1]}; values beyond are cut
   */
  public static byte[] png(Image image) {
    var out = new ByteArrayOutputStream();
    try {
      PictureWriter.encode(image, WrittenFormat.PNG, WriteOptions.BYTES, out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }
}
