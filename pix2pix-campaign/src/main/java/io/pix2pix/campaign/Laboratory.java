package io.pix2pix.campaign;

import io.pix2pix.campaign.disk.Disk;
import io.pix2pix.campaign.disk.DiskMeter;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** What cases work with: a folder, commands, and what these leave where nothing is wrong. */
final class Laboratory {
  private final Workplace workplace;
  private final CommandRunner runner;
  private final Map<Command, Undisturbed> undisturbed = new HashMap<>();

  /**
   * Makes the run, the study and the data that cases disturb.
   *
   * @param limit after which a command hangs
   */
  Laboratory(Workplace workplace, Duration limit) {
    this.workplace = workplace;
    this.runner = new CommandRunner(workplace, limit);
    workplace.build(runner);
  }

  Workplace workplace() {
    return workplace;
  }

  CommandRunner runner() {
    return runner;
  }

  /**
   * What a command leaves where nothing is wrong. It is found out once; the folder of the case is
   * put back afterwards.
   */
  Undisturbed undisturbed(Command command) {
    return undisturbed.computeIfAbsent(command, this::measure);
  }

  private Undisturbed measure(Command command) {
    workplace.restore();
    var meter = new DiskMeter();
    Disk.arm(workplace.home(), meter);
    var answer = runner.run(command);
    Disk.disarm();
    var left = Snapshot.of(workplace, command);
    if (answer.code() != 0 || !answer.problems().isEmpty() || left.contents().isEmpty()) {
      throw new IllegalStateException(command.name() + " undisturbed: " + answer + left);
    }
    workplace.restore();
    return new Undisturbed(left, meter.changes(), meter.bytes());
  }

  /**
   * A command where nothing is wrong.
   *
   * @param left what it left
   * @param changes to the disk
   * @param bytes written
   */
  record Undisturbed(Snapshot left, long changes, long bytes) {}
}
