package io.pix2pix.cli.translation;

import com.google.common.collect.ImmutableList;
import io.pix2pix.api.error.InvalidInputException;
import io.pix2pix.bench.evaluation.TrainedGenerator;
import io.pix2pix.cli.console.Console;
import io.pix2pix.cli.console.ProgressLine;
import io.pix2pix.train.run.Arithmetic;
import io.pix2pix.train.translation.GeneratorSizes;
import io.pix2pix.train.translation.PictureJob;
import io.pix2pix.train.translation.PictureSize;
import io.pix2pix.train.translation.Tiling;
import io.pix2pix.train.translation.TranslationListener;
import io.pix2pix.train.translation.TranslationPipeline;
import io.pix2pix.train.translation.Translator;
import java.util.Optional;
import java.util.function.LongConsumer;

/**
 * How images are translated, whichever they are.
 *
 * @param generator that translates them
 * @param sizes as they were asked for
 * @param tiling into which they are cut, if they are
 */
record TranslationWork(TrainedGenerator generator, SizeOptions sizes, Optional<Tiling> tiling) {

  /**
   * @throws InvalidInputException if sizes and tiles do not fit together, or the generator takes no
   *     such tiles
   */
  static TranslationWork of(TrainedGenerator generator, SizeOptions sizes, TileOptions tiles) {
    return new TranslationWork(generator, sizes, tiles.of(generator));
  }

  private PictureSize size() {
    return sizes.of(generator.run(), tiling.isPresent());
  }

  /**
   * Refuses images that the generator cannot take at their size.
   *
   * @throws InvalidInputException if there is one
   */
  void check(ImmutableList<FileJob> jobs) {
    var size = size();
    if (tiling.isEmpty()) {
      jobs.forEach(job -> check(job, size));
    }
  }

  private void check(FileJob job, PictureSize size) {
    var shape = size.translated().apply(job.shape());
    try {
      GeneratorSizes.check(generator.run().network().generator(), shape, job.where());
    } catch (InvalidInputException e) {
      throw new InvalidInputException(
          e.getMessage() + "; --size N resizes pictures, --tiles N takes any size", e);
    }
  }

  /** Says what the images will go through. */
  void tell(Console console, ImmutableList<FileJob> jobs) {
    console.say(Arithmetic.current().sentence());
    boolean isAsked = sizes.given() || tiling.isPresent();
    new SizeNotes(generator.run(), jobs, size(), isAsked).lines().forEach(console::say);
    tiling.ifPresent(tiles -> TileNotes.of(tiles, generator).forEach(console::say));
  }

  /** What results follow from besides the images. */
  ImmutableList<String> words() {
    var run = generator.run();
    return ImmutableList.of(
        "run %s of %s".formatted(run.folder().name(), run.provenance().progress().started()),
        "network " + run.network().group().name(),
        generator.words(),
        sizes.words(),
        tiling
            .map(tiles -> "tiles of %d, overlap %d".formatted(tiles.size(), tiles.overlap()))
            .orElse("no tiles"));
  }

  /**
   * Translates images, in their order.
   *
   * @return those that could not be read
   * @throws InvalidInputException if a result cannot be written; later ones are missing then
   */
  FailedPictures translate(Console console, ImmutableList<FileJob> jobs) {
    try (var translator = generator.translator()) {
      return translate(translator, console, jobs);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InvalidInputException(
          "translate: interrupted; the same command does what is missing", e);
    }
  }

  /**
   * Translates images, in their order, with a generator that is at work already.
   *
   * @param translator of {@link #generator}
   * @return those that could not be read
   * @throws InvalidInputException if a result cannot be written; later ones are missing then
   */
  FailedPictures translate(Translator translator, Console console, ImmutableList<FileJob> jobs)
      throws InterruptedException {
    return tiling.isPresent()
        ? new TiledFiles(translator, tiling.get(), size()).translate(jobs, console)
        : whole(translator, jobs, console);
  }

  private FailedPictures whole(Translator translator, ImmutableList<FileJob> jobs, Console console)
      throws InterruptedException {
    var failed = new FailedPictures();
    try (var bar = ProgressLine.start(console, "translate", 0, jobs.size())) {
      TranslationPipeline.translate(translator, jobs, size(), new Heard(bar::stepBy, failed));
    }
    return failed;
  }

  private record Heard(LongConsumer progress, FailedPictures failed)
      implements TranslationListener {
    @Override
    public void onTranslated(PictureJob job) {
      progress.accept(1);
    }

    @Override
    public void onFailed(PictureJob job, InvalidInputException why) {
      progress.accept(1);
      failed.add(job.where(), why);
    }
  }
}
