package io.pix2pix.studio;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import io.pix2pix.api.error.InvalidInputException;
import io.pix2pix.api.image.Image;
import io.pix2pix.api.image.ImageShape;
import io.pix2pix.api.network.Statistics;
import io.pix2pix.train.inference.DiscriminatorModel;
import io.pix2pix.train.translation.TrainedRun;
import io.pix2pix.train.translation.Translator;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Runs that translate what is drawn. Few networks are open at a time, those that were used last.
 * Safe for use by several threads; whoever closes it makes later calls fail by an {@link
 * IllegalStateException}.
 */
public final class Studio implements AutoCloseable {
  /** Networks that are open at a time: as many as a page shows side by side. */
  static final int OPEN = 6;

  private final ImmutableList<StudioRun> runs;
  private final Examples examples;
  private final Sketch sketch;
  private final KeptModels<Key, Translator> generators = new KeptModels<>(OPEN);
  private final KeptModels<Judge, DiscriminatorModel> discriminators = new KeptModels<>(OPEN);

  private Studio(ImmutableList<StudioRun> runs, Examples examples, Sketch sketch) {
    this.runs = runs;
    this.examples = examples;
    this.sketch = sketch;
  }

  /**
   * Opens runs; what is drawn follows from the data of the first.
   *
   * @param trained at least one
   * @param data the folder with the first run's data, if it is not where that was trained
   * @throws InvalidInputException if conditions of a run cannot be drawn
   */
  public static Studio open(List<TrainedRun> trained, Optional<Path> data) {
    checkArgument(!trained.isEmpty(), "a studio has at least one run");
    var runs =
        trained.stream()
            .map(run -> StudioRun.of(run.folder().name(), run))
            .collect(ImmutableList.toImmutableList());
    var first = trained.get(0);
    var examples = Examples.of(first, data);
    return new Studio(runs, examples, Sketch.of(first, examples));
  }

  /** What there is to say of it, each in a line: for example why it has no examples. */
  public ImmutableList<String> notes() {
    return examples.problem().isEmpty()
        ? ImmutableList.of()
        : ImmutableList.of("No examples: " + examples.problem());
  }

  /** Opens the first generator, and translates an empty drawing, so that nobody waits for that. */
  public void warmUp() {
    var run = runs.get(0);
    var shape = run.opened().provenance().data().shape().condition();
    var size = shape.resized(sketch.height(), sketch.width()).withChannels(channels(run));
    picture(0, usual(run), Image.owning(size, new float[size.size()]), 0);
  }

  private static int channels(StudioRun run) {
    int read = run.opened().pictureChannels();
    return read == 0 ? run.opened().network().conditionChannels() : read;
  }

  private static GeneratorChoice usual(StudioRun run) {
    var opened = run.opened();
    return new GeneratorChoice(
        opened.checkpoint().step(), opened.weights(), Statistics.BATCH, true);
  }

  /** The runs, in the order in which they were given. */
  ImmutableList<StudioRun> runs() {
    return runs;
  }

  /** What is drawn. */
  Sketch sketch() {
    return sketch;
  }

  /** Pairs of the first run's data. */
  Examples examples() {
    return examples;
  }

  /**
   * A run.
   *
   * @throws InvalidInputException if there is none of that number
   */
  StudioRun run(int number) {
    if (number < 0 || number >= runs.size()) {
      throw new InvalidInputException(
          "run %d: there are %d, counted from 0".formatted(number, runs.size()));
    }
    return runs.get(number);
  }

  /** What a run makes of a drawing, as a picture. */
  Image picture(int number, GeneratorChoice choice, Image drawing, long draw) {
    return work(
        number, choice, translator -> run(number).translate(translator, drawing, draw).picture());
  }

  /**
   * What the discriminator of a run says of what the run makes of a drawing.
   *
   * @throws InvalidInputException if the run keeps no discriminator
   */
  DiscriminatorMap judgment(int number, GeneratorChoice choice, Image drawing, long draw) {
    var run = run(number);
    var made = work(number, choice, translator -> run.translate(translator, drawing, draw).pair());
    var size = made.condition().shape();
    return discriminators.use(
        new Judge(number, choice.step(), size),
        () -> run.at(choice.step()).discriminator(size),
        discriminator -> run.judge(discriminator, made));
  }

  private <T> T work(int number, GeneratorChoice choice, Function<Translator, T> work) {
    var run = run(number);
    return generators.use(new Key(number, choice), () -> choice.open(run.at(choice.step())), work);
  }

  /** The condition that the first run makes of a picture that was loaded, as a picture. */
  Image condition(Image loaded) {
    return work(
        0,
        usual(runs.get(0)),
        translator -> {
          var size = translator.trainedSize(loaded.shape());
          var input = new Translator.Input(loaded, DrawnPicture.NAME);
          return translator.showCondition(translator.condition(input, size).image());
        });
  }

  /** Closes all networks; those that translate at the moment are closed when they are done. */
  @Override
  public void close() {
    generators.close();
    discriminators.close();
  }

  private record Key(int run, GeneratorChoice choice) {}

  private record Judge(int run, long step, ImageShape size) {}
}
