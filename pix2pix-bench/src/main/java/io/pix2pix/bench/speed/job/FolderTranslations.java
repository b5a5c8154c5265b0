package io.pix2pix.bench.speed.job;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import io.pix2pix.api.data.ImageCodec;
import io.pix2pix.api.error.InvalidInputException;
import io.pix2pix.api.image.Image;
import io.pix2pix.api.image.ImageShape;
import io.pix2pix.api.image.Pixels;
import io.pix2pix.train.run.AtomicFiles;
import io.pix2pix.train.run.Png;
import io.pix2pix.train.translation.PictureJob;
import io.pix2pix.train.translation.PictureSize;
import io.pix2pix.train.translation.TranslationListener;
import io.pix2pix.train.translation.TranslationPipeline;
import io.pix2pix.train.translation.Translator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.UnaryOperator;
import javax.imageio.ImageIO;

/** Translations of a folder of PNG files into another, as {@code pix2pix translate} does them. */
final class FolderTranslations implements Job {
  private final Translator translator;
  private final ImmutableList<PngJob> pictures;

  private FolderTranslations(Translator translator, ImmutableList<PngJob> pictures) {
    this.translator = translator;
    this.pictures = pictures;
  }

  static Job open(Jobs jobs, JobSettings settings) {
    var folder = Path.of(settings.folder());
    var results = folder.resolve("ours");
    AtomicFiles.createFolder(results);
    var shape = RandomImages.shape(settings);
    try (var files = Files.list(folder)) {
      var pictures =
          files
              .filter(file -> file.toString().endsWith(".png"))
              .sorted()
              .limit(settings.batch())
              .map(file -> new PngJob(file, results.resolve(file.getFileName()), shape))
              .collect(toImmutableList());
      var dataset = jobs.experiment(settings).data();
      var model = Translations.model(jobs, settings);
      return new FolderTranslations(
          new Translator(dataset, ImageCodec.PLAIN, Optional.empty(), model), pictures);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void run() throws InterruptedException {
    var size = new PictureSize(UnaryOperator.identity(), false);
    TranslationPipeline.translate(translator, pictures, size, new AllWell());
  }

  @Override
  public void close() {
    translator.close();
  }

  private record PngJob(Path input, Path output, ImageShape shape) implements PictureJob {
    @Override
    public String where() {
      return input.toString();
    }

    @Override
    public Image read() {
      try {
        return Pixels.toImage(ImageIO.read(input.toFile()));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public void write(Image translated) {
      try {
        Files.write(output, Png.encode(Pixels.toPicture(translated)));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private record AllWell() implements TranslationListener {
    @Override
    public void onTranslated(PictureJob job) {
      // The time of all of them counts.
    }

    @Override
    public void onFailed(PictureJob job, InvalidInputException why) {
      throw why;
    }
  }
}
