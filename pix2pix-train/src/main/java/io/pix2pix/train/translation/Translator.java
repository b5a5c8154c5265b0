package io.pix2pix.train.translation;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Streams;
import io.pix2pix.api.data.ImageCodec;
import io.pix2pix.api.data.Pairs;
import io.pix2pix.api.error.InvalidInputException;
import io.pix2pix.api.image.Image;
import io.pix2pix.api.image.ImageShape;
import io.pix2pix.api.image.Palette;
import io.pix2pix.train.inference.InferenceModel;
import java.util.List;
import java.util.Optional;

/**
 * Turns conditions, and pictures that people give, into images and pictures with a trained
 * generator. Any number of threads can use it. Closing it waits for those that do; after that it
 * refuses calls by an {@link IllegalStateException}.
 */
public final class Translator implements AutoCloseable {
  private final ImageCodec codec;
  private final Optional<Palette> indices;
  private final InferenceModel model;

  /**
   * @param codec between pictures and what the generator takes and gives
   * @param indices the classes of the maps that the run was trained on, where these were stored as
   *     indices
   * @param model the trained generator; closed with this
   */
  public Translator(ImageCodec codec, Optional<Palette> indices, InferenceModel model) {
    this.codec = codec;
    this.indices = indices;
    this.model = model;
  }

  /**
   * What the generator makes of pictures that somebody gives, as pictures. Those of equal size are
   * computed together; each is what it would be alone.
   *
   * @param pictures {@code [h, w, 3]} each, in {@code [-1, 1]}
   * @return of 1 or 3 channels each, of the same heights and widths, in that order
   * @throws InvalidInputException if the generator cannot take images of such a size or kind
   */
  public ImmutableList<Image> pictures(List<Input> pictures) {
    return show(pictures.stream().map(this::condition).collect(toImmutableList()));
  }

  /**
   * What the generator makes of a picture that somebody gives, as a picture.
   *
   * @param picture {@code [h, w, 3]}, in {@code [-1, 1]}
   * @param where a file, for the message
   * @return of 1 or 3 channels, of the same height and width
   * @throws InvalidInputException if the generator cannot take images of that size or kind
   */
  public Image picture(Image picture, String where) {
    return pictures(ImmutableList.of(new Input(picture, where))).get(0);
  }

  /**
   * {@code G(x)} of several conditions, as pictures. Those of equal size are computed together;
   * each is what it would be alone.
   *
   * @param conditions {@code x}, of one size or of many
   * @return of 1 or 3 channels each, of the same heights and widths, in that order
   * @throws InvalidInputException if the generator cannot take images of such a size or kind
   */
  public ImmutableList<Image> show(List<Input> conditions) {
    return Streams.zip(
            conditions.stream(),
            translate(conditions, 0).stream(),
            (condition, generated) -> shown(condition.image(), generated, condition.where()))
        .collect(toImmutableList());
  }

  /**
   * {@code G(x)} as a picture.
   *
   * @param condition {@code x}
   * @param where a file, for the message
   * @return of 1 or 3 channels, of the same height and width
   * @throws InvalidInputException if the generator cannot take images of that size or kind
   */
  public Image show(Image condition, String where) {
    return show(ImmutableList.of(new Input(condition, where))).get(0);
  }

  private Input condition(Input picture) {
    var where = picture.where();
    return new Input(codec.condition(picture.image(), indices, where), where);
  }

  private Image shown(Image condition, Image generated, String where) {
    var shown = codec.showTarget(condition, generated);
    if (shown.channels() != 1 && shown.channels() != 3) {
      throw new InvalidInputException(
          "%s: the generator makes %d channels, which are no picture; set data to what they are, for example colorization"
              .formatted(where, shown.channels()));
    }
    return shown;
  }

  /**
   * {@code G(x)}.
   *
   * @param condition {@code x}
   * @param where a file, for the message
   * @return an image of the same height and width
   * @throws InvalidInputException if the generator cannot take images of that size or kind
   */
  public Image translate(Image condition, String where) {
    return translate(condition, where, 0);
  }

  /**
   * {@code G(x)} with another draw of the noise.
   *
   * @param condition {@code x}
   * @param where a file, for the message
   * @param draw its number: the same number gives the same noise, 0 that of the seed alone
   * @return an image of the same height and width
   * @throws InvalidInputException if the generator cannot take images of that size or kind
   */
  public Image translate(Image condition, String where, long draw) {
    return translate(ImmutableList.of(new Input(condition, where)), draw).get(0);
  }

  /**
   * {@code G(x)} of several conditions. Those of equal size are computed together; each is what it
   * would be alone.
   *
   * @param conditions {@code x}, of one size or of many
   * @param draw its number: the same number gives the same noise, 0 that of the seed alone
   * @return images of the same heights and widths, in that order
   * @throws InvalidInputException if the generator cannot take images of such a size or kind
   */
  public ImmutableList<Image> translate(List<Input> conditions, long draw) {
    conditions.forEach(one -> check(one.image().shape(), one.where()));
    return model.generate(conditions.stream().map(one -> fitting(one.image())).toList(), draw);
  }

  private Image fitting(Image condition) {
    return condition.channels() == takes() ? condition : condition.toGray();
  }

  private int takes() {
    return model.settings().network().conditionChannels();
  }

  /**
   * Refuses a size, or a number of channels.
   *
   * @param where a file, for the message
   * @throws InvalidInputException if the generator cannot take images of that size, or of so many
   *     channels; colors are taken as gray by a generator of one channel
   */
  public void check(ImageShape condition, String where) {
    int takes = takes();
    boolean becomesGray = takes == 1 && condition.channels() == 3;
    if (condition.channels() != takes && !becomesGray) {
      throw new InvalidInputException(
          String.format(
              "%s: has %d channels; this generator takes %d", where, condition.channels(), takes));
    }
    GeneratorSizes.check(model.settings().network().generator(), condition, where);
  }

  @Override
  public void close() {
    model.close();
  }

  /**
   * An image to be translated.
   *
   * @param image a condition, or a picture of one
   * @param where a file, for messages
   */
  public record Input(Image image, String where) {
    /** The condition of a pair. */
    public static Input of(Pairs pairs, int index) {
      return new Input(pairs.read(index).condition(), pairs.name(index));
    }
  }
}
