package io.pix2pix.cli.translation;

import com.google.common.collect.ImmutableList;
import io.pix2pix.api.data.FileTree;
import io.pix2pix.api.error.InvalidInputException;
import io.pix2pix.api.image.ImageShape;
import io.pix2pix.api.network.Precision;
import io.pix2pix.cli.console.Console;
import io.pix2pix.cli.option.GeneratorOptions;
import io.pix2pix.cli.option.NetworkOption;
import io.pix2pix.cli.option.Runs;
import io.pix2pix.data.file.ImageFiles;
import io.pix2pix.data.file.PassedOver;
import io.pix2pix.data.file.WriteOptions;
import jakarta.inject.Inject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
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

  @Parameters(index = "0", paramLabel = "RUN", description = "the folder of a run")
  private Path run = Path.of("");

  @Parameters(index = "1", paramLabel = "INPUT", description = "an image, or a folder of images")
  private Path input = Path.of("");

  @Parameters(
      index = "2",
      paramLabel = "OUTPUT",
      description = "an image file, or a folder, in which file names are kept up to the extension")
  private Path output = Path.of("");

  @Option(
      names = "--pairs",
      description = "the input holds A|B pairs, of which the condition is taken")
  private boolean pairs;

  @Mixin private SizeOptions sizes = new SizeOptions();

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
      names = "--precision",
      paramLabel = "float32|bfloat16",
      defaultValue = "float32",
      description =
          "of convolutions; bfloat16: fewer digits, for processors that have them"
              + " (default: ${DEFAULT-VALUE})")
  private Precision precision = Precision.FLOAT32;

  @Mixin private DepthOption depth = new DepthOption();

  @Mixin private TileOptions tiles = new TileOptions();

  @Mixin private NetworkOption network = new NetworkOption();

  @Mixin private GeneratorOptions options = new GeneratorOptions();

  @Spec private @Nullable CommandSpec spec;

  @Inject
  TranslateCommand(Runs runs) {
    this.runs = runs;
  }

  @Override
  public Integer call() {
    var console = Console.of(spec);
    var trained = network.of(options.of(runs.open(run)));
    var generator = options.generator(trained).in(precision);
    var work = TranslationWork.of(generator, sizes, tiles);
    var part = TakenPart.of(trained, pairs);
    TranslationFiles.requireInput(input);
    var written = depth.of(trained);
    return Files.isDirectory(input)
        ? folder(console, work, part, written)
        : file(console, work, part, written);
  }

  private int file(Console console, TranslationWork work, TakenPart part, WriteOptions written) {
    if (format != null || again) {
      throw new InvalidInputException(
          "%s: is for folders; OUTPUT says where the one image goes, and in which format"
              .formatted(format == null ? "--again" : "--format"));
    }
    var files = TranslationFiles.file(input, output);
    var job = ImmutableList.of(FileJob.of(files, part, ImageFiles.shape(input), written));
    work.check(job);
    files.makeFolder();
    work.tell(console, job);
    work.translate(console, job).throwFirst();
    console.say("Wrote " + output);
    return 0;
  }

  private int folder(Console console, TranslationWork work, TakenPart part, WriteOptions written) {
    var chosen = format == null ? OutputFormat.PNG : format;
    var files = TranslationFiles.folder(input, output, chosen);
    var failed = new FailedPictures();
    var jobs = jobs(files, part, written, failed);
    work.check(jobs);
    var missing = jobs.isEmpty() ? jobs : record(work).begin(output, jobs, again);
    tellOfOthers(console);
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
      ImmutableList<TranslationFiles> files,
      TakenPart part,
      WriteOptions written,
      FailedPictures failed) {
    var stored = new LinkedHashMap<TranslationFiles, ImageShape>();
    for (var file : files) {
      try {
        stored.put(file, ImageFiles.shape(file.input()));
      } catch (InvalidInputException e) {
        failed.add(file.input().toString(), e);
      }
    }
    return stored.entrySet().stream()
        .map(one -> FileJob.of(one.getKey(), part, one.getValue(), written))
        .collect(ImmutableList.toImmutableList());
  }

  private TranslationRecord record(TranslationWork work) {
    return new TranslationRecord(
        ImmutableList.<String>builder()
            .addAll(work.words())
            .addAll(depth.words())
            .add(pairs ? "conditions of pairs" : "single pictures")
            .add("input " + input.toAbsolutePath().normalize())
            .build());
  }

  private void tellOfOthers(Console console) {
    PassedOver.in(FileTree.folder(input), "")
        .ifPresent(words -> console.say("%s: passes over %s".formatted(input, words)));
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
