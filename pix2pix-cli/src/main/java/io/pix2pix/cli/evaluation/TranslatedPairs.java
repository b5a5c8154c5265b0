package io.pix2pix.cli.evaluation;

import com.google.common.collect.ImmutableList;
import io.pix2pix.api.data.OpenedDataset;
import io.pix2pix.api.error.InvalidInputException;
import io.pix2pix.api.image.ImagePair;
import io.pix2pix.api.metric.EvaluationContext;
import io.pix2pix.api.progress.ProgressListener;
import io.pix2pix.bench.evaluation.RunEvaluation;
import io.pix2pix.bench.evaluation.TrainedGenerator;
import io.pix2pix.cli.console.Console;
import io.pix2pix.data.file.ImageFiles;
import io.pix2pix.train.measure.MetricValue;
import io.pix2pix.train.run.TranslationPage;
import io.pix2pix.train.run.TranslationPage.Translation;
import io.pix2pix.train.translation.TrainedRun;
import io.pix2pix.train.translation.Translator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Translates pairs into the folder of their run, measures them, and shows them on a page.
 *
 * @param run whose generator translates
 * @param data whose split {@code test} is translated
 * @param evaluation measures them
 */
public record TranslatedPairs(TrainedRun run, OpenedDataset data, RunEvaluation evaluation) {

  /** Writes pictures and page; returns the page. */
  public Path write(Console console) {
    var generator = TrainedGenerator.asInTraining(run);
    var page = folder().resolve("index.html");
    try (var translator = generator.translator()) {
      var cache = run.folder().cache();
      var pairs = data.split("test");
      var around = new EvaluationContext(data, pairs, cache, ProgressListener.NONE);
      var metrics = evaluation.metrics(List.of());
      var stored = evaluation.evaluate(generator, translator, "test", metrics, around);
      var summary =
          stored.result().values().stream()
              .limit(2)
              .map(TranslatedPairs::words)
              .collect(Collectors.joining(", "));
      new TranslationPage(
              run.folder().name(), "Mean over these pairs: " + summary, translations(translator))
          .write(page);
      EvaluateCommand.print(console, stored);
    }
    return page;
  }

  private static String words(MetricValue value) {
    return String.format(
        Locale.ROOT, "%s %.3f %s", value.metric().name(), value.value(), value.metric().unit());
  }

  private ImmutableList<Translation> translations(Translator translator) {
    makeFolders();
    var pairs = data.split("test");
    var translations = ImmutableList.<Translation>builder();
    for (int i = 0; i < pairs.size(); i++) {
      var name = pairs.name(i);
      var pair = pairs.read(i);
      translations.add(translation(name, pair, translator));
    }
    return translations.build();
  }

  /** Browsers show these; others get a name of their own. */
  private static String viewable(String name) {
    return name.matches("(?i).*\\.(png|jpe?g|bmp)") ? name : name + ".png";
  }

  private Translation translation(String of, ImagePair pair, Translator translator) {
    var name = viewable(of);
    var input = folder().resolve("input").resolve(name);
    var output = folder().resolve("output").resolve(name);
    var target = folder().resolve("target").resolve(name);
    var shown = data.codec();
    ImageFiles.write(input, shown.showCondition(pair.condition()));
    ImageFiles.write(output, translator.show(pair.condition(), name));
    ImageFiles.write(target, shown.showTarget(pair.condition(), pair.target()));
    return new Translation(name, input, output, Optional.of(target));
  }

  private Path folder() {
    return run.folder().path().resolve("translations");
  }

  private void makeFolders() {
    for (var part : ImmutableList.of("input", "output", "target")) {
      try {
        Files.createDirectories(folder().resolve(part));
      } catch (IOException e) {
        throw new InvalidInputException(folder().resolve(part) + ": cannot be made (" + e + ")", e);
      }
    }
  }
}
