package io.pix2pix.api.data;

import io.pix2pix.api.image.Image;
import io.pix2pix.api.image.Palette;
import java.util.Optional;

/**
 * Between pictures, which people see and files hold, and what networks see. As a rule both are the
 * same; a network that makes colors for a given lightness needs more. People, files and metrics are
 * given what is shown.
 */
public interface ImageCodec {
  /** Networks see pictures as they are. */
  ImageCodec PLAIN = new ImageCodec() {};

  /**
   * The condition in a picture that somebody wants translated.
   *
   * @param picture {@code [h, w, 3]}, in {@code [-1, 1]}
   * @param indices the classes of the maps that the run was trained on, where these were stored as
   *     gray pictures of class indices
   * @param where a file, for messages
   * @return {@code x}, {@code [h, w, c]}, in {@code [-1, 1]}
   * @throws io.pix2pix.api.error.InvalidInputException if the picture is not of the kind that the
   *     run was trained on
   */
  default Image condition(Image picture, Optional<Palette> indices, String where) {
    return picture;
  }

  /**
   * A condition as a picture.
   *
   * @param condition {@code x}, {@code [h, w, c]}, in {@code [-1, 1]}
   * @return of 1 or 3 channels, in {@code [-1, 1]}
   */
  default Image showCondition(Image condition) {
    return condition;
  }

  /**
   * A target, or what was generated in its place, as a picture.
   *
   * @param condition {@code x}, {@code [h, w, c]}, in {@code [-1, 1]}
   * @param target {@code y} or {@code G(x)}, {@code [h, w, c']}, in {@code [-1, 1]}
   * @return of 1 or 3 channels, in {@code [-1, 1]}
   */
  default Image showTarget(Image condition, Image target) {
    return target;
  }

  /**
   * A target, or what was generated in its place, as files store it: a picture, or all channels
   * where a picture would leave some out.
   *
   * @param condition {@code x}, {@code [h, w, c]}, in {@code [-1, 1]}
   * @param target {@code y} or {@code G(x)}, {@code [h, w, c']}, in {@code [-1, 1]}
   * @return of any number of channels, in {@code [-1, 1]}
   */
  default Image storeTarget(Image condition, Image target) {
    return showTarget(condition, target);
  }
}
