package io.pix2pix.campaign;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.function.Predicate;

/**
 * A file that is not what it was when commands begin.
 *
 * @param subject folder of files that belong together
 * @param file from the folder of the case
 * @param damage what happens to it
 * @param other another file, that it may be swapped with
 * @param seed of where it is damaged
 */
record DamageCase(String subject, String file, Damage damage, String other, long seed)
    implements FaultCase {
  private static final ImmutableList<Damage> UNREADABLE =
      ImmutableList.of(Damage.FLIP, Damage.CUT, Damage.EMPTY, Damage.ZERO);

  private static final ImmutableMap<String, ImmutableList<Command>> COMMANDS =
      ImmutableMap.of(
          "runs/run",
          ImmutableList.of(
              Command.RESUME,
              Command.TRANSLATE,
              Command.EVALUATE,
              Command.EXPORT,
              Command.REPORT,
              Command.INITIALIZE),
          "runs/study",
          ImmutableList.of(Command.STUDY, Command.STUDY_REPORT),
          "runs/report",
          ImmutableList.of(Command.REPORT),
          "runs/.cache",
          ImmutableList.of(Command.RESUME, Command.EVALUATE, Command.TRAIN, Command.STUDY),
          "data",
          ImmutableList.of(Command.RESUME, Command.TRAIN, Command.EVALUATE, Command.DATA_CHECK));

  /**
   * Every file of every subject in every way, in an order that follows from the seed, and again at
   * other places until there are enough.
   */
  static ImmutableList<FaultCase> all(Workplace workplace, int count, long seed) {
    var grid = new ArrayList<DamageCase>();
    for (var subject : COMMANDS.keySet()) {
      var files = files(workplace, subject);
      files.forEach(file -> grid.addAll(ofFile(subject, file, files, seed)));
    }
    Collections.shuffle(grid, new Random(seed));
    var cases = ImmutableList.<FaultCase>builder();
    for (int index = 0; index < count; index++) {
      var one = grid.get(index % grid.size());
      cases.add(
          new DamageCase(one.subject, one.file, one.damage, one.other, 1_000_003 * seed + index));
    }
    return cases.build();
  }

  private static List<String> files(Workplace workplace, String subject) {
    return workplace.files(subject).stream()
        .filter(file -> workplace.home().resolve(file).toFile().length() > 0)
        .toList();
  }

  private static List<DamageCase> ofFile(
      String subject, String file, List<String> files, long seed) {
    var random = new Random(seed + files.indexOf(file));
    var others = new ArrayList<>(files);
    others.remove(file);
    var alike = others.stream().filter(name -> ending(name).equals(ending(file))).toList();
    var choice = alike.isEmpty() ? others : alike;
    var other = choice.isEmpty() ? file : choice.get(random.nextInt(choice.size()));
    var kinds = subject.equals("data") ? UNREADABLE : ImmutableList.copyOf(Damage.values());
    return kinds.stream()
        .map(damage -> new DamageCase(subject, file, damage, other, seed))
        .toList();
  }

  private static String ending(String file) {
    return file.substring(file.lastIndexOf('.') + 1);
  }

  @Override
  public String kind() {
    return damage.toString();
  }

  @Override
  public String words() {
    return "%s %s".formatted(damage, file);
  }

  @Override
  public ImmutableList<Judged> run(Laboratory laboratory) throws IOException {
    var workplace = laboratory.workplace();
    var commands = Objects.requireNonNull(COMMANDS.get(subject), subject);
    commands.forEach(laboratory::undisturbed);
    workplace.restore();
    damage.apply(workplace.home().resolve(file), workplace.home().resolve(other), new Random(seed));
    workplace.keepAs("damaged");
    var judged = ImmutableList.<Judged>builder();
    for (var command : commands) {
      workplace.restore("damaged");
      var answer = laboratory.runner().run(command);
      var found = Snapshot.of(workplace, command);
      var expected = laboratory.undisturbed(command);
      judged.add(
          new Judged(
              command.name(), new Oracle(names(workplace)).judge(answer, expected.left(), found)));
    }
    return judged.build();
  }

  /** Names the file, or a folder that it lies in as what is wrong. */
  private Predicate<String> names(Workplace workplace) {
    var path = workplace.home().resolve(file);
    var swapped = workplace.home().resolve(other).getFileName().toString();
    var top = workplace.home().resolve(subject);
    return line -> {
      boolean named = line.contains(path.getFileName().toString()) || line.contains(swapped);
      for (var folder = path.resolveSibling("");
          folder != null && folder.startsWith(top);
          folder = folder.getParent()) {
        named |= line.contains(Files.exists(folder) ? folder + ":" : folder.toString());
      }
      return named;
    };
  }
}
