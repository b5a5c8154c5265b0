package io.pix2pix.campaign;

import com.google.common.collect.ImmutableList;
import io.pix2pix.campaign.FaultCase.Judged;
import java.nio.file.Files;

/** What a user does after a command was stopped: gives it again. */
final class Recovery {
  /** What can be stopped, and given again. */
  static final ImmutableList<Command> COMMANDS =
      ImmutableList.of(
          Command.TRAIN,
          Command.RESUME,
          Command.STUDY,
          Command.EVALUATE,
          Command.REPORT,
          Command.TRANSLATE_FOLDER,
          Command.TRAIN,
          Command.RESUME,
          Command.EXPORT,
          Command.STUDY_REPORT,
          Command.TRANSLATE,
          Command.DATA_CHECK);

  private Recovery() {}

  /** Gives a command again, on what it left when it was stopped, and judges that. */
  static Judged judge(Laboratory laboratory, Command stopped) {
    var workplace = laboratory.workplace();
    var expected = laboratory.undisturbed(stopped).left();
    var before = Snapshot.of(workplace, stopped);
    boolean begun = Files.exists(workplace.home().resolve("fresh/tiny"));
    var again = stopped.equals(Command.TRAIN) && begun ? Command.TRAIN_ON : stopped;
    var answer = laboratory.runner().run(again);
    var found = Snapshot.of(workplace, stopped).without(before.leftovers());
    return new Judged(again.name(), new Oracle(line -> true).judge(answer, expected, found));
  }
}
