package io.pix2pix.campaign;

import com.google.common.collect.ImmutableSet;
import io.pix2pix.api.progress.ProgressListener;
import io.pix2pix.campaign.disk.FaultyFileSystemProvider;
import io.pix2pix.cli.console.Console;
import io.pix2pix.cli.console.ProgressLine;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * The fault campaign: {@code docs/trust.md} says what it does, and what it found. To be used by one
 * thread.
 */
@CommandLine.Command(
    name = "campaign",
    mixinStandardHelpOptions = true,
    description =
        "Damages files, stops commands in the middle of their work and takes the disk away, and"
            + " judges what every command of pix2pix does then. Equal numbers and seeds give equal"
            + " cases.%n",
    footer = {"", "Exit code: 1 where a command failed, else 0."})
public final class Campaign implements Callable<Integer> {
  /** How a worker ends by itself: all was done, or a command hangs. */
  private static final ImmutableSet<Integer> ENDS = ImmutableSet.of(0, CampaignWorker.HANGS);

  @Option(
      names = "--damages",
      defaultValue = "1000",
      description = "damaged files (default: ${DEFAULT-VALUE})")
  private int damages;

  @Option(
      names = "--halts",
      defaultValue = "140",
      description = "commands that end in the middle of a write (default: ${DEFAULT-VALUE})")
  private int halts;

  @Option(
      names = "--disks",
      defaultValue = "120",
      description =
          "disks that are full or read-only, folders that vanish (default: ${DEFAULT-VALUE})")
  private int disks;

  @Option(
      names = "--kills",
      defaultValue = "200",
      description = "processes that get KILL, TERM or INT (default: ${DEFAULT-VALUE})")
  private int kills;

  @Option(
      names = "--seed",
      defaultValue = "1",
      description = "of all cases (default: ${DEFAULT-VALUE})")
  private long seed;

  @Option(
      names = "--case",
      paramLabel = "NAME",
      description = "this one alone, for example damage-17; several with commas")
  private @Nullable String only;

  @Option(
      names = "--minutes",
      defaultValue = "600",
      description = "after which no further case begins (default: ${DEFAULT-VALUE})")
  private int minutes;

  @Option(
      names = "--limit",
      defaultValue = "300",
      description = "seconds after which a command hangs (default: ${DEFAULT-VALUE})")
  private int limit;

  @Option(
      names = "--folder",
      paramLabel = "DIR",
      description =
          "where cases take place; what an earlier campaign made there is used again (default: a"
              + " new one)")
  private @Nullable Path folder;

  @Option(names = "--verbose", description = "prints every command of every case")
  private boolean verbose;

  @Spec private @Nullable CommandSpec spec;

  private final Tally tally = new Tally();
  private final List<FaultCase.Judged> current = new ArrayList<>();
  private Optional<Protocol> begun = Optional.empty();
  private ProgressListener.Progress progress = done -> {};

  /** Called by {@link #main}. */
  public Campaign() {}

  /** Runs a campaign and ends the process. */
  public static void main(String... arguments) {
    System.exit(new CommandLine(new Campaign()).execute(arguments));
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    var root =
        folder == null ? Files.createTempDirectory("campaign") : Files.createDirectories(folder);
    var end = Instant.now().plus(Duration.ofMinutes(minutes));
    var names = names();
    int left = names.size();
    try (var bar = ProgressLine.work(Console.of(spec)).begin("cases", left)) {
      progress = bar;
      left = work(root, names, end).size();
    }
    say(tally.table().stripTrailing());
    if (left > 0) {
      say(left + " cases were not tried");
    }
    return tally.failed() == 0 ? 0 : 1;
  }

  /** Starts one process after the other, until all is done or the time is up; what is left. */
  private List<String> work(Path root, List<String> names, Instant end)
      throws IOException, InterruptedException {
    var left = names;
    while (!left.isEmpty() && Instant.now().isBefore(end)) {
      var last = workOfOne(root, left, end);
      if (last.isEmpty() && Instant.now().isAfter(end)) {
        break;
      }
      left = rest(left, last);
    }
    return left;
  }

  /** Sorts in turn, so that a campaign that ends early has tried some of each. */
  private List<String> names() {
    if (only != null) {
      return List.of(only.split(","));
    }
    return Stream.of(
            named("damage", damages),
            named("halt", halts),
            named("disk", disks),
            named("kill", kills))
        .flatMap(sort -> sort)
        .sorted(Comparator.comparingDouble(Place::share))
        .map(Place::name)
        .toList();
  }

  private static Stream<Place> named(String sort, int count) {
    return IntStream.range(0, count)
        .mapToObj(index -> new Place(sort + "-" + index, (double) index / count));
  }

  /** Those after the last that was begun. */
  private static List<String> rest(List<String> names, Optional<Protocol> last) {
    int done = last.map(one -> names.indexOf(one.name()) + 1).orElse(0);
    if (done == 0) {
      throw new IllegalStateException("no case could begin");
    }
    return names.subList(done, names.size());
  }

  /** Lets a process work until it has done all, or a case has brought it to its end. */
  private Optional<Protocol> workOfOne(Path root, List<String> names, Instant end)
      throws IOException, InterruptedException {
    begun = Optional.empty();
    var process = start(root, names);
    try (var lines =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      for (var line = lines.readLine(); line != null; line = lines.readLine()) {
        var said = Protocol.parse(line);
        boolean next = said.filter(one -> one.judged().isEmpty()).isPresent();
        if (next && Instant.now().isAfter(end)) {
          close(Optional.empty());
          return begun;
        }
        said.ifPresentOrElse(this::hear, System.err::println);
      }
      boolean ended = ENDS.contains(process.waitFor());
      close(ended ? Optional.empty() : begun);
    } finally {
      process.destroyForcibly();
    }
    return begun;
  }

  private void say(String line) {
    Console.of(spec).say(line);
  }

  private void hear(Protocol said) {
    if (said.judged().isEmpty()) {
      close(Optional.empty());
      begun = Optional.of(said);
      return;
    }
    var judged = said.judged().get();
    current.add(judged);
    if (verbose) {
      say(
          "%s: %s: %s: %s %s"
              .formatted(
                  said.name(),
                  said.words(),
                  judged.command(),
                  judged.verdict().outcome(),
                  judged.verdict().words()));
    }
    if (judged.verdict().outcome() == Verdict.Outcome.FAILED) {
      say(
          "FAILED %s: %s: %s: %s%n    replay: %s"
              .formatted(
                  said.name(),
                  said.words(),
                  judged.command(),
                  judged.verdict().words(),
                  replay(said.name())));
    }
  }

  /** Counts the case that is over. */
  private void close(Optional<Protocol> crashed) {
    crashed.ifPresent(
        one -> {
          say("FAILED %s: %s: the process died".formatted(one.name(), one.words()));
          current.add(new FaultCase.Judged("", Verdict.failed("the process died")));
        });
    if (begun.isPresent() && !current.isEmpty()) {
      tally.add(begun.get().kind(), current);
      progress.reached(tally.cases());
    }
    current.clear();
  }

  private String replay(String name) {
    return "pix2pix-campaign/campaign --damages %d --halts %d --disks %d --kills %d --seed %d --case %s"
        .formatted(damages, halts, disks, kills, seed, name);
  }

  private Process start(Path root, List<String> names) throws IOException {
    var line =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx2g",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1", // no command is long enough to be worth more
            "-XX:-CreateCoredumpOnCrash",
            "-Djava.awt.headless=true",
            "-Dpix2pix.calibrate=false",
            "-Djava.nio.file.spi.DefaultFileSystemProvider="
                + FaultyFileSystemProvider.class.getName(),
            "-cp",
            System.getProperty("java.class.path"),
            CampaignWorker.class.getName(),
            root.toAbsolutePath().toString(),
            Integer.toString(limit),
            Integer.toString(damages),
            Integer.toString(halts),
            Integer.toString(disks),
            Integer.toString(kills),
            Long.toString(seed),
            String.join(",", names));
    return new ProcessBuilder(line)
        .redirectError(
            Redirect.appendTo(new File(root.toAbsolutePath().resolve("worker.log").toString())))
        .start();
  }

  private record Place(String name, double share) {}
}
