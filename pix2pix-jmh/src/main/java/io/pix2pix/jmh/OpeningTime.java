package io.pix2pix.jmh;

import com.google.common.io.MoreFiles;
import com.google.common.io.RecursiveDeleteOption;
import com.sun.management.OperatingSystemMXBean;
import io.pix2pix.api.data.DataSource;
import io.pix2pix.api.data.Dataset;
import io.pix2pix.api.data.Pairs;
import io.pix2pix.data.folders.TwoFolders;
import io.pix2pix.data.folders.WebDataset;
import io.pix2pix.data.list.ImageFolder;
import io.pix2pix.data.list.ListedPairs;
import io.pix2pix.data.paired.Direction;
import io.pix2pix.data.paired.Paired;
import io.pix2pix.parquet.Parquet;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.IntFunction;

/**
 * How long it takes to open a large set in every layout, and how much memory a pair needs then.
 * Pairs are tiny and lie in a temporary folder; opening lists them and reads heads of some, as
 * commands do.
 *
 * <p>What could fool it: the first opening loads classes; the times of later ones are those of warm
 * code and of files in the cache of the system. Other programs on the machine stretch the seconds,
 * but hardly those of the processor.
 */
public final class OpeningTime {
  private static final int ROUNDS = 3;
  private static final String FILES = "files";
  private static final String ARCHIVES = "archives";
  private static final List<IntFunction<String>> SIDES =
      List.of(i -> path("train/label/", i, ".png"), i -> path("train/photo/", i, ".png"));

  private OpeningTime() {}

  /** Takes the number of pairs, 100,000 if there is none, and then names of layouts if not all. */
  public static void main(String[] arguments) throws IOException {
    int pairs = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 100_000;
    var wanted = List.of(arguments).subList(Math.min(1, arguments.length), arguments.length);
    var folder = Files.createTempDirectory("pix2pix-opening");
    System.out.println("layout        first: CPU, wall   warm: CPU, wall   bytes a pair");
    try {
      for (var layout : Layout.values()) {
        if (wanted.isEmpty() || wanted.contains(layout.words())) {
          var place = Files.createDirectories(folder.resolve(layout.place));
          measure(layout.words(), layout.write(new TinyPairs(place, pairs)), layout.dataset, pairs);
        }
      }
    } finally {
      MoreFiles.deleteRecursively(folder, RecursiveDeleteOption.ALLOW_INSECURE);
    }
  }

  private static String path(String before, int number, String after) {
    return before + TinyPairs.name(number) + after;
  }

  private static void measure(String layout, Path data, Dataset dataset, int expected) {
    long before = heap();
    var first = Opening.of(data, dataset);
    long held = heap() - before;
    if (first.pairs.size() != expected) {
      throw new IllegalStateException(layout + ": has " + first.pairs.size() + " pairs");
    }
    var best = first;
    for (int i = 0; i < ROUNDS; i++) {
      var next = Opening.of(data, dataset);
      best = next.cpu < best.cpu ? next : best;
    }
    System.out.printf(
        Locale.ROOT,
        "%-13s %8.2f s %6.2f s %7.2f s %6.2f s %11d%n",
        layout,
        first.cpu,
        first.wall,
        best.cpu,
        best.wall,
        held / expected);
  }

  /** The memory that is in use. */
  private static long heap() {
    for (int i = 0; i < ROUNDS; i++) {
      System.gc();
    }
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }

  /** A set that was opened, and the seconds that this took. */
  private record Opening(Pairs pairs, double cpu, double wall) {
    static Opening of(Path data, Dataset dataset) {
      var system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
      long cpu = system.getProcessCpuTime();
      long wall = System.nanoTime();
      var pairs = DataSource.of(Optional.of(data)).open(dataset).split("train");
      return new Opening(
          pairs, (system.getProcessCpuTime() - cpu) / 1e9, (System.nanoTime() - wall) / 1e9);
    }
  }

  /** Where pairs lie. */
  private enum Layout {
    PAIRED("paired", new Paired(Direction.AtoB, 0)) {
      @Override
      Path write(TinyPairs pairs) throws IOException {
        pairs.files(List.of(i -> path("train/", i, ".png")));
        return pairs.folder();
      }
    },
    FOLDERS(FILES, new TwoFolders("label", "photo", 0)) {
      @Override
      Path write(TinyPairs pairs) throws IOException {
        pairs.files(SIDES);
        return pairs.folder();
      }
    },
    PATTERN(FILES, new TwoFolders("{split}/label/{name}.png", "{split}/photo/{name}.png", 0)) {
      @Override
      Path write(TinyPairs pairs) throws IOException {
        return FOLDERS.write(pairs);
      }
    },
    CSV(FILES, new ListedPairs("pairs.csv", 0)) {
      @Override
      Path write(TinyPairs pairs) throws IOException {
        pairs.files(SIDES);
        pairs.list(
            "pairs.csv",
            "condition,target,split\n",
            i -> SIDES.get(0).apply(i) + "," + SIDES.get(1).apply(i) + ",train");
        return pairs.folder();
      }
    },
    JSONL(FILES, new ListedPairs("pairs.jsonl", 0)) {
      @Override
      Path write(TinyPairs pairs) throws IOException {
        pairs.files(SIDES);
        pairs.list(
            "pairs.jsonl",
            "",
            i ->
                "{\"condition\": \"%s\", \"target\": \"%s\", \"split\": \"train\"}"
                    .formatted(SIDES.get(0).apply(i), SIDES.get(1).apply(i)));
        return pairs.folder();
      }
    },
    IMAGE_FOLDER(FILES, new ImageFolder(0)) {
      @Override
      Path write(TinyPairs pairs) throws IOException {
        pairs.files(SIDES);
        pairs.list(
            "train/metadata.jsonl",
            "",
            i ->
                "{\"file_name\": \"photo/%1$s.png\", \"condition_file_name\": \"label/%1$s.png\"}"
                    .formatted(TinyPairs.name(i)));
        return pairs.folder();
      }
    },
    WEBDATASET(ARCHIVES, new WebDataset("condition", "target", 0)) {
      @Override
      Path write(TinyPairs pairs) throws IOException {
        return pairs.tar(
            "train.tar",
            List.of(
                i -> path("train/", i, ".condition.png"), i -> path("train/", i, ".target.png")));
      }
    },
    ZIP(ARCHIVES, new TwoFolders("label", "photo", 0)) {
      @Override
      Path write(TinyPairs pairs) throws IOException {
        return pairs.zip("pairs.zip", SIDES);
      }
    },
    TAR(ARCHIVES, new TwoFolders("label", "photo", 0)) {
      @Override
      Path write(TinyPairs pairs) throws IOException {
        return pairs.tar("pairs.tar", SIDES);
      }
    },
    PARQUET("parquet", new Parquet("condition", "target")) {
      @Override
      Path write(TinyPairs pairs) throws IOException {
        return pairs.parquet("train.parquet", "condition", "target");
      }
    };

    private final String place;
    private final Dataset dataset;

    Layout(String place, Dataset dataset) {
      this.place = place;
      this.dataset = dataset;
    }

    String words() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Writes pairs; returns what a user would name. */
    abstract Path write(TinyPairs pairs) throws IOException;
  }
}
