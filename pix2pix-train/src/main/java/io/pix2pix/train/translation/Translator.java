package io.pix2pix.train.translation;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Streams;
import io.pix2pix.api.data.Dataset;
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
  private final Dataset dataset;
  private final ImageCodec codec;
  private final Optional<Palette> indices;
  private final InferenceModel model;

  /**
   * @param dataset resizes pictures as it does in training
   * @param codec between pictures and what the generator takes and gives
   * @param indices the classes of the maps that the run was trained on, where these were stored as
   *     indices
   * @param model the trained generator; closed with this
   */
  public Translator(
      Dataset dataset, ImageCodec codec, Optional<Palette> indices, InferenceModel model) {
    this.dataset = dataset;
    this.codec = codec;
    this.indices = indices;
    this.model = model;
  }

  /**
   * What the generator makes of pictures that somebody gives, as pictures. They are prepared as
   * those of the training were: where the data set resizes, so are they, and results have that
   * size. Those of equal size are computed together; each is what it would be alone, up to rounding
   * of the last digits.
   *
   * @param pictures {@code [h, w, 3]} each, in {@code [-1, 1]}
   * @return of 1 or 3 channels each, of the sizes that {@link #trainedSize} says, in that order
   * @throws InvalidInputException if the generator cannot take images of such a size or kind
   */
  public ImmutableList<Image> pictures(List<Input> pictures) {
    return show(
        pictures.stream()
            .map(picture -> condition(picture, trainedSize(picture.image().shape())))
            .collect(toImmutableList()));
  }

  /** The size at which the training has read a picture of some size: its own, or another. */
  public ImageShape trainedSize(ImageShape picture) {
    return dataset.shapeOf(picture).condition().withChannels(picture.channels());
  }

  /**
   * What the generator is given of a picture that somebody gives. Whether it takes that size,
   * {@link #check} tells.
   *
   * @param picture {@code [h, w, 3]}, in {@code [-1, 1]}
   * @param size to which it is resized; its channels do not count
   * @return {@code x}, {@code [h, w, c]}, in {@code [-1, 1]}
   * @throws InvalidInputException if the picture is not of the kind that the run was trained on
   */
  public Input condition(Input picture, ImageShape size) {
    var where = picture.where();
    var resized = dataset.resized(picture.image(), size, indices);
    return new Input(codec.condition(resized, indices, where), where);
  }

  /**
   * A picture that the generator made, at another size.
   *
   * @param picture {@code [h, w, c]}, in {@code [-1, 1]}
   * @param size of the result; its channels do not count
   */
  public Image resized(Image picture, ImageShape size) {
    return dataset.restored(picture, size);
  }

  /**
   * What the generator makes of a picture that somebody gives, as a picture.
   *
   * @param picture {@code [h, w, 3]}, in {@code [-1, 1]}
   * @param where a file, for the message
   * @return of 1 or 3 channels, of the size that {@link #trainedSize} says
   * @throws InvalidInputException if the generator cannot take images of that size or kind
   */
  public Image picture(Image picture, String where) {
    return pictures(ImmutableList.of(new Input(picture, where))).get(0);
  }

  /**
   * {@code G(x)} of several conditions, as pictures. Those of equal size are computed together;
   * each is what it would be alone, up to rounding of the last digits.
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

  /**
   * {@code G(x)}, which was made before, as a picture.
   *
   * @param condition {@code x}, or a part of it
   * @param generated {@code G(x)}, or that part of it
   * @param where a file, for the message
   * @return of 1 or 3 channels, of the same height and width
   * @throws InvalidInputException if it has no channels to be seen
   */
  public Image shown(Image condition, Image generated, String where) {
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
   * would be alone, up to rounding of the last digits.
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

  /**
   * A condition with the channels that the generator takes: gray becomes colored, and the other way
   * round.
   *
   * @param condition {@code x}, of channels that {@link #check} lets pass
   */
  public Image fitting(Image condition) {
    if (condition.channels() == takes()) {
      return condition;
    }
    return condition.channels() == 3 ? condition.toGray() : condition.toColors();
  }

  private int takes() {
    return model.settings().network().conditionChannels();
  }

  /**
   * Refuses a size, or a number of channels.
   *
   * @param where a file, for the message
   * @throws InvalidInputException if the generator cannot take images of that size, or of so many
   *     channels; colors are taken as gray by a generator of one channel, and gray as colors by one
   *     of three
   */
  public void check(ImageShape condition, String where) {
    int takes = takes();
    boolean becomesGray = takes == 1 && condition.channels() == 3;
    boolean becomesColored = takes == 3 && condition.channels() == 1;
    if (condition.channels() != takes && !becomesGray && !becomesColored) {
      throw new InvalidInputException(
          String.format(
              "%s: has %d channels; this generator takes %d", where, condition.channels(), takes));
    }
    GeneratorSizes.check(model.settings().network().generator(), condition, where);
  }

  /**
   * A condition as a picture.
   *
   * @param condition {@code x}
   * @return of 1 or 3 channels, of the same height and width
   */
  public Image showCondition(Image condition) {
    return codec.showCondition(condition);
  }

  /**
   * {@code G(x)}, which was made before, as files store it.
   *
   * @param condition {@code x}, or a part of it
   * @param generated {@code G(x)}, or that part of it
   * @return of any number of channels, of the same height and width
   */
  public Image stored(Image condition, Image generated) {
    return codec.storeTarget(condition, generated);
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
