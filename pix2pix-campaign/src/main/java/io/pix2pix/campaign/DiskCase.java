package io.pix2pix.campaign;

import com.google.common.collect.ImmutableList;
import io.pix2pix.campaign.disk.Disk;
import io.pix2pix.campaign.disk.DiskFault;
import io.pix2pix.campaign.disk.FullDisk;
import io.pix2pix.campaign.disk.ReadOnlyDisk;
import io.pix2pix.campaign.disk.VanishingFolder;
import java.util.Locale;
import java.util.Random;

/**
 * A disk that cannot be written, and a command that is given again once it can.
 *
 * @param command that meets it
 * @param trouble what is wrong
 * @param share of what the command writes, 0 to 1, after which it begins
 */
record DiskCase(Command command, Trouble trouble, double share) implements FaultCase {

  /** Commands and troubles in turn, at places that follow from the seed. */
  static ImmutableList<FaultCase> all(int count, long seed) {
    var random = new Random(seed);
    var cases = ImmutableList.<FaultCase>builder();
    var troubles = Trouble.values();
    for (int index = 0; index < count; index++) {
      int round = index / troubles.length;
      cases.add(
          new DiskCase(
              Recovery.COMMANDS.get(round % Recovery.COMMANDS.size()),
              troubles[index % troubles.length],
              random.nextDouble()));
    }
    return cases.build();
  }

  @Override
  public String kind() {
    return trouble.toString();
  }

  @Override
  public String words() {
    return "%s, %s after %.2f".formatted(command.name(), trouble, share);
  }

  @Override
  public ImmutableList<Judged> run(Laboratory laboratory) {
    var undisturbed = laboratory.undisturbed(command);
    var workplace = laboratory.workplace();
    workplace.restore();
    var home = workplace.home().toString();
    Disk.arm(
        workplace.home().resolve(trouble == Trouble.READ_ONLY ? "runs" : ""),
        fault(workplace, undisturbed));
    var answer = laboratory.runner().run(command);
    Disk.disarm();
    var oracle = new Oracle(line -> line.contains(home));
    var met =
        new Judged(
            command.name(),
            oracle.judge(answer, undisturbed.left(), Snapshot.of(workplace, command)));
    return trouble == Trouble.VANISHED
        ? ImmutableList.of(met)
        : ImmutableList.of(met, Recovery.judge(laboratory, command));
  }

  private DiskFault fault(Workplace workplace, Laboratory.Undisturbed undisturbed) {
    return switch (trouble) {
      case FULL -> new FullDisk((long) (share * undisturbed.bytes()));
      case READ_ONLY -> new ReadOnlyDisk();
      case READ_ONLY_ALL -> new ReadOnlyDisk();
      case VANISHED ->
          new VanishingFolder(
              workplace.home().resolve(command.results().get(0)).resolveSibling(""),
              (long) (share * undisturbed.changes()));
    };
  }

  /** What is wrong with the disk. */
  enum Trouble {
    /** No space is left. */
    FULL,
    /** The folder of runs cannot be written. */
    READ_ONLY,
    /** No folder can be written. */
    READ_ONLY_ALL,
    /** The folder of the first result is removed by somebody else. */
    VANISHED;

    @Override
    public String toString() {
      return "disk " + name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
  }
}
