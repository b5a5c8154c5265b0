package io.pix2pix.studio;

import io.pix2pix.api.error.InvalidInputException;
import io.pix2pix.api.image.Image;
import io.pix2pix.api.image.ImagePair;
import io.pix2pix.train.checkpoint.WeightSelection;
import io.pix2pix.train.inference.DiscriminatorModel;
import io.pix2pix.train.translation.TrainedRun;
import io.pix2pix.train.translation.Translator;
import java.nio.file.Files;
import java.util.List;

/**
 * A run at work: it may go on with its training meanwhile, or be deleted. What is open already then
 * still works.
 *
 * @param name that people know it by
 * @param opened the run with the checkpoint that was the newest when the studio opened
 * @param noisy whether its generator has noise
 */
record StudioRun(String name, TrainedRun opened, boolean noisy) {

  /**
   * Refuses what no page can draw.
   *
   * @throws InvalidInputException if conditions are no pictures
   */
  static StudioRun of(String name, TrainedRun run) {
    int channels = run.network().conditionChannels();
    int read = run.pictureChannels();
    boolean isPicture = read == 3 || read == 1 || (read == 0 && (channels == 3 || channels == 1));
    if (!isPicture || run.data().readsFurtherFiles()) {
      throw new InvalidInputException(
          "%s: its conditions have %d channels, which nobody can draw; translate files with `pix2pix translate`"
              .formatted(run.folder().path(), channels));
    }
    return new StudioRun(name, run, run.network().hasNoise());
  }

  /** How it is at the moment. */
  State state() {
    boolean there = Files.isDirectory(opened.folder().path());
    return new State(
        name,
        there,
        opened.checkpoint().step(),
        there ? opened.steps() : List.of(),
        opened.weights() == WeightSelection.AVERAGED,
        noisy,
        opened.hasDiscriminator(),
        opened.experiment().discriminator().receptiveField());
  }

  /**
   * The run with the checkpoint of a step.
   *
   * @throws InvalidInputException if it is not kept any more
   */
  TrainedRun at(long step) {
    return step == opened.checkpoint().step() ? opened : opened.at(step);
  }

  /** What the generator is given of a drawing. */
  Translator.Input condition(Translator translator, Image drawing) {
    var size = translator.trainedSize(drawing.shape());
    var input = new Translator.Input(drawing, DrawnPicture.NAME);
    // What is to be filled in stands where it was drawn.
    boolean asDrawn = SketchKind.of(opened.data().drawnCondition().kind()) == SketchKind.HOLE;
    return asDrawn
        ? new Translator.Input(
            opened.data().resized(drawing, size, opened.indices()), DrawnPicture.NAME)
        : translator.condition(input, size);
  }

  /**
   * Translates a drawing.
   *
   * @param draw number of the noise
   * @throws InvalidInputException if the generator cannot take such a drawing
   */
  Made translate(Translator translator, Image drawing, long draw) {
    var input = condition(translator, drawing);
    var image = translator.translate(List.of(input), draw).get(0);
    var picture = translator.shown(input.image(), image, DrawnPicture.NAME);
    return new Made(new ImagePair(translator.fitting(input.image()), image), picture);
  }

  /** What the discriminator says of a condition and what was made of it. */
  DiscriminatorMap judge(DiscriminatorModel discriminator, ImagePair made) {
    var logits = discriminator.logits(made.condition(), made.target());
    return DiscriminatorMap.of(logits, opened.experiment().discriminator().receptiveField());
  }

  /**
   * What was made of a drawing.
   *
   * @param pair the condition and {@code G(x)}
   * @param picture of the latter
   */
  record Made(ImagePair pair, Image picture) {}

  /**
   * What a page is told of a run.
   *
   * @param name that people know it by
   * @param there whether its folder is still there
   * @param step of the checkpoint that is open from the start
   * @param steps of the checkpoints that it keeps at the moment, the oldest first
   * @param averaged whether it keeps averaged weights
   * @param noise whether its generator has noise
   * @param discriminator whether it keeps a discriminator
   * @param receptiveField of the discriminator, in pixels
   */
  record State(
      String name,
      boolean there,
      long step,
      List<Long> steps,
      boolean averaged,
      boolean noise,
      boolean discriminator,
      int receptiveField) {
    State {
      steps = List.copyOf(steps);
    }
  }
}
