package io.pix2pix.cli.speed;

import io.pix2pix.api.error.InvalidInputException;
import io.pix2pix.bench.speed.endurance.Course;
import io.pix2pix.bench.speed.endurance.Endurance;
import io.pix2pix.bench.speed.endurance.EnduranceReport;
import io.pix2pix.bench.speed.report.ResultFiles;
import io.pix2pix.cli.console.Console;
import io.pix2pix.cli.console.ProgressLine;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Watches memory and speed while much work is done. */
@Command(
    name = "endurance",
    mixinStandardHelpOptions = true,
    description =
        "Trains for many steps, translates many images, and serves many participants of a"
            + " perceptual study, at 64x64 pixels, and watches the memory that the process holds and"
            + " the time that each takes. Both must stay the same after the first tenth, within"
            + " 5 %%. Writes NAME.json, and NAME.html, a page to look at.%n",
    footer = {
      "",
      "Examples:",
      "  pix2pix endurance",
      "  pix2pix endurance --times 10000 --sessions 1000 --name long",
      "  pix2pix endurance --times 0 --sessions 5000     the server alone",
      "",
      "Times want a quiet machine. Exit code: 0 where all is flat, else 1.",
    })
public final class EnduranceCommand implements Callable<Integer> {
  private static final int FEWEST = 100;

  /** A study serves no more. */
  private static final int MOST_SESSIONS = 10_000;

  private static final int FILTERS = 32;
  private static final int MOST_FILTERS = 256;

  private final Endurance endurance;

  @Option(
      names = "--times",
      paramLabel = "N",
      defaultValue = "3000",
      description =
          "steps, translations, and translations of mixed sizes, at least 100 each; 0: none"
              + " (default: ${DEFAULT-VALUE})")
  private int times = FEWEST;

  @Option(
      names = "--sessions",
      paramLabel = "N",
      defaultValue = "300",
      description =
          "participants of a study, at least 100, at most 10000; 0: none (default:"
              + " ${DEFAULT-VALUE})")
  private int sessions = FEWEST;

  @Option(
      names = "--filters",
      paramLabel = "N",
      defaultValue = "32",
      description =
          "channels of the first layer of both networks; fewer for less time (default:"
              + " ${DEFAULT-VALUE})")
  private int filters = FILTERS;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      defaultValue = "bench",
      description = "the folder of the results (default: ${DEFAULT-VALUE})")
  private Path out = Path.of("bench");

  @Option(
      names = "--name",
      paramLabel = "NAME",
      defaultValue = "endurance",
      description = "of the files; those of that name are replaced (default: ${DEFAULT-VALUE})")
  private String name = "endurance";

  @Spec private @Nullable CommandSpec spec;

  @Inject
  EnduranceCommand(Endurance endurance) {
    this.endurance = endurance;
  }

  @Override
  public Integer call() throws InterruptedException {
    check("--times", times, Integer.MAX_VALUE);
    check("--sessions", sessions, MOST_SESSIONS);
    if (filters < 1 || filters > MOST_FILTERS) {
      throw new InvalidInputException(
          "--filters: must be from 1 to %d, not %d".formatted(MOST_FILTERS, filters));
    }
    if (times + sessions == 0) {
      throw new InvalidInputException(
          "endurance: there is nothing to do; give --times or --sessions another number than 0");
    }
    ResultFiles.checkName(name);
    var console = Console.of(spec);
    var courses = endurance.run(new Endurance.Extent(times, sessions, filters), ProgressLine.work(console));
    var report = new EnduranceReport(out, name);
    report.write(courses);
    courses.forEach(course -> console.say(line(course)));
    console.say("Open " + report.page().toAbsolutePath().normalize());
    return courses.stream().allMatch(Course::isFlat) ? 0 : 1;
  }

  private static void check(String option, int number, int most) {
    if (number != 0 && (number < FEWEST || number > most)) {
      throw new InvalidInputException(
          "%s: must be 0, or from %d to %d, not %d".formatted(option, FEWEST, most, number));
    }
  }

  private static String line(Course course) {
    return String.format(
        Locale.ROOT,
        "%-30s memory %+.1f %%, time %+.1f %%: %s",
        course.name(),
        100 * course.memoryGrowth(),
        100 * course.slowdown(),
        course.isFlat() ? "flat" : "not flat");
  }
}
