package io.pix2pix.campaign;

import io.pix2pix.campaign.FaultCase.Judged;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Runs cases one after the other, in a process that a case may bring to its end. */
final class CampaignWorker {
  /** The exit code after a command that hangs: the process cannot be used any more. */
  static final int HANGS = 3;

  private final PrintStream out = System.out;
  private final Laboratory laboratory;

  private CampaignWorker(Laboratory laboratory) {
    this.laboratory = laboratory;
  }

  /**
   * Runs cases.
   *
   * @param arguments folder, seconds after which a command hangs, numbers of damages, halts, disks
   *     and kills, the seed, and the names of the cases, with commas; without, all of them
   */
  public static void main(String... arguments) throws IOException {
    var laboratory =
        new Laboratory(
            new Workplace(Path.of(arguments[0])), Duration.ofSeconds(Long.parseLong(arguments[1])));
    var cases =
        new CampaignCases(
            Integer.parseInt(arguments[2]),
            Integer.parseInt(arguments[3]),
            Integer.parseInt(arguments[4]),
            Integer.parseInt(arguments[5]),
            Long.parseLong(arguments[6]));
    new CampaignWorker(laboratory).run(cases, List.of(arguments[7].split(",")));
    System.exit(0);
  }

  private void run(CampaignCases cases, List<String> names) throws IOException {
    var all = cases.all(laboratory.workplace());
    for (var name : names) {
      var one = all.get(name);
      if (one == null) {
        throw new IllegalArgumentException("there is no case " + name);
      }
      say(name, one, Optional.empty());
      boolean hangs = false;
      for (var judged : one.run(laboratory)) {
        say(name, one, Optional.of(judged));
        hangs |= judged.verdict().words().startsWith(CommandRunner.STILL_RUNS);
      }
      if (hangs) {
        System.exit(HANGS);
      }
    }
  }

  private void say(String name, FaultCase one, Optional<Judged> judged) {
    out.println(new Protocol(name, one.kind(), one.words(), judged).line());
    out.flush();
  }
}
