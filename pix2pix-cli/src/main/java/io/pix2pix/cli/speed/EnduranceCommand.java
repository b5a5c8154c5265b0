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
        "Trains for many steps and translates many images, at 64x64 pixels, and watches the memory"
            + " that the process holds and the time that each takes. Both must stay the same after"
            + " the first tenth, within 5 %%. Writes NAME.json, and NAME.html, a page to look at.%n",
    footer = {
      "",
      "Examples:",
      "  pix2pix endurance",
      "  pix2pix endurance --times 10000 --name long",
      "",
      "Times want a quiet machine. Exit code: 0 where all is flat, else 1.",
    })
public final class EnduranceCommand implements Callable<Integer> {
  private static final int FEWEST = 100;

  private final Endurance endurance;

  @Option(
      names = "--times",
      paramLabel = "N",
      defaultValue = "3000",
      description = "how often each is done, at least 100 (default: ${DEFAULT-VALUE})")
  private int times = FEWEST;

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
    if (times < FEWEST) {
      throw new InvalidInputException("--times: must be at least 100, not " + times);
    }
    ResultFiles.checkName(name);
    var console = Console.of(spec);
    var courses = endurance.run(times, ProgressLine.work(console));
    var report = new EnduranceReport(out, name);
    report.write(courses);
    courses.forEach(course -> console.say(line(course)));
    console.say("Open " + report.page().toAbsolutePath().normalize());
    return courses.stream().allMatch(Course::isFlat) ? 0 : 1;
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
