package io.pix2pix.cli.data;

import io.pix2pix.api.error.InvalidInputException;
import io.pix2pix.api.progress.ProgressListener;
import io.pix2pix.cli.console.Console;
import io.pix2pix.cli.console.ProgressLine;
import io.pix2pix.data.download.Download;
import io.pix2pix.data.download.Persistence;
import io.pix2pix.data.download.PublishedData;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Gets a data set that the authors published. */
@Command(
    name = "download",
    mixinStandardHelpOptions = true,
    description =
        "Gets a data set of the paper from its authors and unpacks it: facades, maps, cityscapes,"
            + " edges2shoes, edges2handbags or night2day. All hold A|B pairs in splits.%n",
    footer = {
      "",
      "Examples:",
      "  pix2pix data download facades",
      "  pix2pix data download maps --to data/maps",
      "  pix2pix data download edges2shoes --from https://mirror.example.org/pix2pix/",
      "",
      "What is there after a break stays: the same command goes on from there. Sizes,",
      "gzip's checksum and the archive are verified; SHA-256 with --sha256, or where",
      "the same address was downloaded before. Entries that would land elsewhere,",
      "links and devices are refused. The sets belong to their authors: cite them.",
    })
public final class DownloadCommand implements Callable<Integer> {
  private static final double MEGABYTE = 1e6;

  @Parameters(paramLabel = "NAME", description = "which data set")
  private String name = "";

  @Option(
      names = "--to",
      paramLabel = "DIR",
      description = "the folder that is made (default: NAME)")
  private @Nullable Path folder;

  @Option(
      names = "--from",
      paramLabel = "URL",
      description = "a mirror: the archive itself, or the folder of archives, which ends in /")
  private @Nullable String mirror;

  @Option(
      names = "--sha256",
      paramLabel = "HEX",
      description = "what the archive's checksum must be")
  private @Nullable String sha256;

  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() throws InterruptedException {
    var console = Console.of(spec);
    var data = PublishedData.of(name);
    var address = mirror == null ? data.address() : data.at(mirror);
    var to = folder == null ? Path.of(data.folder()) : folder;
    if (sha256 != null && !sha256.matches("[0-9a-fA-F]{64}")) {
      throw new InvalidInputException(
          "--sha256: \"%s\" is no checksum; give 64 hexadecimal digits".formatted(sha256));
    }
    console.say("Gets " + address);
    var result =
        new Download(address, to, Optional.ofNullable(sha256), Persistence.USUAL)
            .run(megabytes(console), console::say);
    console.say(
        String.format(
            Locale.ROOT,
            "Unpacked %,d files to %s (%.1f MB, SHA-256 %s). Next: pix2pix data check %s",
            result.files(),
            to,
            result.bytes() / MEGABYTE,
            result.sha256(),
            to));
    return 0;
  }

  /** Bytes are too many to read. */
  private static ProgressListener megabytes(Console console) {
    return (task, all) -> {
      var bar =
          ProgressLine.start(
              console, task, " MB", 0, all < 0 ? all : (long) Math.ceil(all / MEGABYTE));
      return new ProgressListener.Progress() {
        @Override
        public void reached(long done) {
          bar.stepTo((long) (done / MEGABYTE));
        }

        @Override
        public void close() {
          bar.close();
        }
      };
    };
  }
}
