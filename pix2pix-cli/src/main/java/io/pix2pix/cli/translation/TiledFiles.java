package io.pix2pix.cli.translation;

import io.pix2pix.api.error.InvalidInputException;
import io.pix2pix.api.image.ImageShape;
import io.pix2pix.cli.console.Console;
import io.pix2pix.cli.console.ProgressLine;
import io.pix2pix.train.translation.PictureSize;
import io.pix2pix.train.translation.TiledTranslation;
import io.pix2pix.train.translation.Tiling;
import io.pix2pix.train.translation.Translator;
import java.util.List;
import java.util.Optional;
import java.util.function.IntConsumer;

/**
 * Translates image files in tiles, one file after the other.
 *
 * @param translator of all of them
 * @param tiling of each
 * @param size at which they are translated
 */
record TiledFiles(Translator translator, Tiling tiling, PictureSize size) {

  /**
   * Translates all files.
   *
   * @return those that could not be read
   * @throws InvalidInputException if a result cannot be written; later ones are missing then
   */
  FailedPictures translate(List<FileJob> jobs, Console console) {
    var failed = new FailedPictures();
    long tiles = jobs.stream().mapToLong(job -> tiling.tiles(translated(job.shape()))).sum();
    try (var bar = ProgressLine.start(console, "translate", " tiles", 0, tiles)) {
      for (var job : jobs) {
        condition(job, failed).ifPresent(x -> translate(job, x, bar::stepBy));
      }
    }
    return failed;
  }

  private ImageShape translated(ImageShape picture) {
    return size.translated().apply(picture);
  }

  private Optional<Translator.Input> condition(FileJob job, FailedPictures failed) {
    try {
      var picture = new Translator.Input(job.read(), job.where());
      return Optional.of(translator.condition(picture, translated(picture.image().shape())));
    } catch (InvalidInputException e) {
      failed.add(job.where(), e);
      return Optional.empty();
    }
  }

  private void translate(FileJob job, Translator.Input condition, IntConsumer progress) {
    var strips = new TiledTranslation(translator, condition, tiling, progress);
    job.write(strips, condition.image().height());
  }
}
