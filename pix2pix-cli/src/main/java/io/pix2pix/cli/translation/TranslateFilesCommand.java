package io.pix2pix.cli.translation;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import io.pix2pix.api.error.InvalidInputException;
import io.pix2pix.api.error.VisibleText;
import io.pix2pix.api.network.SessionSettings;
import io.pix2pix.api.network.Sessions;
import io.pix2pix.cli.console.Console;
import io.pix2pix.cli.option.Runs;
import io.pix2pix.cli.translation.TranslationOptions.Translation;
import io.pix2pix.data.file.ImageFiles;
import io.pix2pix.train.translation.Translator;
import jakarta.inject.Inject;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Translates the files that its standard input names, for an executor, with a model that stays. */
@Command(
    name = "translate-files",
    hidden = true,
    mixinStandardHelpOptions = true,
    description =
        "Translates files, for an executor. Reads an input and an output in each line, with a tab"
            + " between; an empty line asks for those before it. Answers with a line for each that"
            + " failed: failed, its number, and why, with tabs between; and with end. Ends with its"
            + " standard input.%n")
public final class TranslateFilesCommand implements Callable<Integer> {
  private static final Splitter TAB = Splitter.on('\t');

  private final Runs runs;

  @Parameters(paramLabel = "RUN", description = "the folder of a run")
  private Path run = Path.of("");

  @Option(
      names = "--threads",
      paramLabel = "N",
      defaultValue = "0",
      description = "that compute (default: one for each core)")
  private int threads;

  @Mixin private TranslationOptions options = new TranslationOptions();

  @Spec private @Nullable CommandSpec spec;

  @Inject
  TranslateFilesCommand(Runs runs) {
    this.runs = runs;
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    // What libraries and progress print must not be taken for an answer.
    var answers = Console.of(spec);
    var console = new Console(answers.err(), answers.err(), false);
    if (threads > 0) {
      Sessions.use(new SessionSettings(threads));
    }
    var translation = options.translation(options.of(runs.open(run)));
    var input = new InputStreamReader(System.in, StandardCharsets.UTF_8);
    try (var translator = translation.work().generator().translator();
        var lines = new BufferedReader(input)) {
      var files = ImmutableList.<TranslationFiles>builder();
      for (var line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.isEmpty()) {
          answer(answers, translate(console, translation, translator, files.build()));
          files = ImmutableList.builder();
        } else {
          var paths = TAB.splitToList(line);
          files.add(new TranslationFiles(Path.of(paths.get(0)), Path.of(paths.get(1))));
        }
      }
    }
    return 0;
  }

  private static ImmutableList<String> translate(
      Console console,
      Translation translation,
      Translator translator,
      ImmutableList<TranslationFiles> files)
      throws InterruptedException {
    var failed = new FailedPictures();
    var jobs = ImmutableList.<FileJob>builder();
    for (var file : files) {
      try {
        var shape = ImageFiles.shape(file.input());
        var job = FileJob.of(file, translation.part(), shape, translation.written());
        translation.work().check(ImmutableList.of(job));
        jobs.add(job);
      } catch (InvalidInputException e) {
        failed.add(file.input().toString(), e);
      }
    }
    failed.add(translation.work().translate(translator, console, jobs.build()));
    return failures(files, failed);
  }

  private static ImmutableList<String> failures(
      ImmutableList<TranslationFiles> files, FailedPictures failed) {
    var lines = ImmutableList.<String>builder();
    for (int i = 0; i < files.size(); i++) {
      int number = i;
      failed
          .reason(files.get(i).input().toString())
          .ifPresent(why -> lines.add("failed\t" + number + "\t" + VisibleText.line(why)));
    }
    return lines.build();
  }

  private static void answer(Console answers, ImmutableList<String> failures) {
    failures.forEach(answers::say);
    answers.say("end");
  }
}
