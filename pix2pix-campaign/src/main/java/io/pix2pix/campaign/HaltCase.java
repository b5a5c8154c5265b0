package io.pix2pix.campaign;

import com.google.common.collect.ImmutableList;
import io.pix2pix.campaign.disk.Disk;
import io.pix2pix.campaign.disk.HaltedProcess;
import java.util.Random;

/**
 * A command that is killed in the middle of a change, and is given again.
 *
 * @param command that is killed
 * @param share of its changes, 0 to 1, after which it is
 */
record HaltCase(Command command, double share) implements FaultCase {

  /** Commands in turn, each at places that follow from the seed. */
  static ImmutableList<FaultCase> all(int count, long seed) {
    var random = new Random(seed);
    var cases = ImmutableList.<FaultCase>builder();
    for (int index = 0; index < count; index++) {
      cases.add(
          new HaltCase(
              Recovery.COMMANDS.get(index % Recovery.COMMANDS.size()), random.nextDouble()));
    }
    return cases.build();
  }

  @Override
  public String kind() {
    return "halted in a write";
  }

  @Override
  public String words() {
    return "%s halted after %.2f of its changes".formatted(command.name(), share);
  }

  @Override
  public ImmutableList<Judged> run(Laboratory laboratory) {
    var changes = laboratory.undisturbed(command).changes();
    var workplace = laboratory.workplace();
    workplace.restore();
    Disk.arm(workplace.home(), new HaltedProcess((long) (share * changes)));
    var answer = laboratory.runner().run(command);
    Disk.disarm();
    boolean over = answer.broken().filter(CommandRunner.HALTED::equals).isPresent();
    if (!over && (answer.broken().isPresent() || answer.code() != 0)) {
      return ImmutableList.of(
          new Judged(command.name(), Verdict.failed("is not halted: " + answer)));
    }
    return ImmutableList.of(Recovery.judge(laboratory, command));
  }
}
