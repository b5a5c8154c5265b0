package io.pix2pix.cli.translation;

import com.google.common.collect.ImmutableList;
import io.pix2pix.api.data.FileTree;
import io.pix2pix.api.error.InvalidInputException;
import io.pix2pix.api.image.ImageShape;
import io.pix2pix.cli.console.Console;
import io.pix2pix.cli.option.Runs;
import io.pix2pix.cli.translation.TranslationOptions.Translation;
import io.pix2pix.data.file.ImageFiles;
import io.pix2pix.data.file.PassedOver;
import io.pix2pix.train.batch.BatchExecutor;
import io.pix2pix.train.batch.BatchRequest;
import io.pix2pix.train.experiment.PluginReader;
import io.pix2pix.train.translation.TrainedRun;
import jakarta.inject.Inject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Translates images with a trained generator. */
@Command(
    name = "translate",
    mixinStandardHelpOptions = true,
    description = "Translates an image, or a folder of images, with the generator of a run.%n",
    footer = {
      "",
      "Examples:",
      "  pix2pix translate runs/facades labels.png photo.png",
      "  pix2pix translate runs/facades labels/ photos/",
      "  pix2pix translate runs/facades facades/test/ photos/ --pairs",
      "  pix2pix translate runs/maps city.png map.png --tiles 512 --statistics running",
      "  pix2pix translate runs/both-ways photo.png labels.png --network back",
      "  pix2pix translate runs/depth photos/ depths/ --depth 16",
      "",
      "Each image is translated on its own; the same seed gives the same picture.",
      "A folder that is translated again gets what is missing or older than its input.",
      "Damaged images are listed at the end; all others of a folder are translated.",
    })
public final class TranslateCommand implements Callable<Integer> {
  private static final int NAMED = 5;

  private final Runs runs;
  private final PluginReader plugins;

  @Parameters(index = "0", paramLabel = "RUN", description = "the folder of a run")
  private Path run = Path.of("");

  @Parameters(index = "1", paramLabel = "INPUT", description = "an image, or a folder of images")
  private String input = "";

  @Parameters(
      index = "2",
      paramLabel = "OUTPUT",
      description = "an image file, or a folder, in which file names are kept up to the extension")
  private String output = "";

  @Mixin private TranslationOptions options = new TranslationOptions();

  @Option(
      names = "--format",
      paramLabel = "png|jpeg|tiff|bmp|npy|same",
      description =
          "of the images in an output folder; same: that of each input (default: png, which loses"
              + " nothing). An output file says its format by its name")
  private @Nullable OutputFormat format;

  @Option(
      names = "--again",
      description = "translates all images of a folder, also those that are there already")
  private boolean again;

  @Option(
      names = "--executor",
      paramLabel = "EXECUTOR",
      description =
          "where a folder is translated, if not here: a block such as {name: spark, master:"
              + " spark://host:7077}. INPUT may be a list of files, too: a .txt with a line each")
  private @Nullable String executor;

  @Spec private @Nullable CommandSpec spec;

  @Inject
  TranslateCommand(Runs runs, PluginReader plugins) {
    this.runs = runs;
    this.plugins = plugins;
  }

  @Override
  public Integer call() throws InterruptedException {
    var console = Console.of(spec);
    var trained = options.of(runs.open(run));
    var translation = options.translation(trained);
    if (executor != null) {
      return elsewhere(console, trained, translation.work(), executor);
    }
    return here(console, translation);
  }

  private int here(Console console, Translation translation) {
    var path = Path.of(input);
    TranslationFiles.requireInput(path);
    return Files.isDirectory(path)
        ? folder(console, translation, path, Path.of(output))
        : file(console, translation, path, Path.of(output));
  }

  private int elsewhere(Console console, TrainedRun trained, TranslationWork work, String where)
      throws InterruptedException {
    var chosen = plugins.read(BatchExecutor.class, where, "--executor");
    if (format == OutputFormat.SAME || trained.data().readsFurtherFiles()) {
      throw new InvalidInputException(
          format == OutputFormat.SAME
              ? "--format same: results of an executor have one format; give another one"
              : "--executor: this run reads pictures from several files; leave it out");
    }
    var request =
        new BatchRequest(
            run,
            BatchTranslation.options(Objects.requireNonNull(spec)),
            options.record(work, input).lines(),
            input,
            output,
            (format == null ? OutputFormat.PNG : format).extension(),
            again);
    return new BatchTranslation(console, chosen).run(request);
  }

  private int file(Console console, Translation translation, Path from, Path to) {
    if (format != null || again) {
      throw new InvalidInputException(
          "%s: is for folders; OUTPUT says where the one image goes, and in which format"
              .formatted(format == null ? "--again" : "--format"));
    }
    var work = translation.work();
    var files = TranslationFiles.file(from, to);
    var shape = ImageFiles.shape(from);
    var job = ImmutableList.of(FileJob.of(files, translation.part(), shape, translation.written()));
    work.check(job);
    files.makeFolder();
    work.tell(console, job);
    work.translate(console, job).throwFirst();
    console.say("Wrote " + output);
    return 0;
  }

  private int folder(Console console, Translation translation, Path from, Path to) {
    var work = translation.work();
    var chosen = format == null ? OutputFormat.PNG : format;
    var files = TranslationFiles.folder(from, to, chosen);
    var failed = new FailedPictures();
    var jobs = jobs(files, translation, failed);
    work.check(jobs);
    var record = options.record(work, from.toAbsolutePath().normalize().toString());
    var missing = jobs.isEmpty() ? jobs : record.begin(to, jobs, again);
    tellOfOthers(console, from);
    tellOfLongNames(console, files, chosen);
    if (missing.size() < jobs.size()) {
      console.say(
          "%d of %d pictures were there already; --again makes them anew"
              .formatted(jobs.size() - missing.size(), jobs.size()));
    }
    if (!missing.isEmpty()) {
      work.tell(console, missing);
      failed.add(work.translate(console, missing));
      console.say("Wrote " + output);
    }
    return failed.tell(console, files.size());
  }

  /** Images whose heads can be read. */
  private static ImmutableList<FileJob> jobs(
      ImmutableList<TranslationFiles> files, Translation translation, FailedPictures failed) {
    var stored = new LinkedHashMap<TranslationFiles, ImageShape>();
    for (var file : files) {
      try {
        stored.put(file, ImageFiles.shape(file.input()));
      } catch (InvalidInputException e) {
        failed.add(file.input().toString(), e);
      }
    }
    return stored.entrySet().stream()
        .map(one -> job(one.getKey(), translation, one.getValue()))
        .collect(ImmutableList.toImmutableList());
  }

  private static FileJob job(TranslationFiles files, Translation translation, ImageShape shape) {
    return FileJob.of(files, translation.part(), shape, translation.written());
  }

  private static void tellOfOthers(Console console, Path from) {
    PassedOver.in(FileTree.folder(from), "")
        .ifPresent(words -> console.say("%s: passes over %s".formatted(from, words)));
  }

  private static void tellOfLongNames(
      Console console, ImmutableList<TranslationFiles> files, OutputFormat format) {
    var names =
        files.stream()
            .filter(file -> !file.output().endsWith(format.nameFor(file.input())))
            .map(file -> file.output().getFileName().toString())
            .collect(ImmutableList.toImmutableList());
    if (!names.isEmpty()) {
      console.say(
          "Pictures that differ in their extension only keep it in the names of their results: "
              + some(names));
    }
  }

  /** How many, and the first of them. */
  private static String some(ImmutableList<String> names) {
    var named = String.join(", ", names.subList(0, Math.min(NAMED, names.size())));
    return names.size() + " (" + named + (names.size() > NAMED ? ", ..." : "") + ")";
  }
}
