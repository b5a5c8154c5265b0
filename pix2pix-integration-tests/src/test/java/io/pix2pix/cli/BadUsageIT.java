package io.pix2pix.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BadUsageIT {
  @TempDir Path folder;

  @Test
  void namesAnUnknownOption() {
    refuses("Unknown option: '--foo'", "train", "a.yaml", "--foo");
  }

  @Test
  void suggestsAnOptionThatWasMeant() {
    refuses("did you mean --resume?", "train", "a.yaml", "--resum");
  }

  @Test
  void namesAMissingArgument() {
    refuses("train: Missing required parameter: 'EXPERIMENT.yaml'", "train");
  }

  @Test
  void suggestsACommandThatWasMeant() {
    refuses("did you mean", "trian", "a.yaml");
  }

  @Test
  void asksForACommand() {
    refuses("Missing required subcommand; `pix2pix --help` shows what there is");
  }

  @Test
  void listsTheStatisticsThereAre() {
    refuses("[BATCH, RUNNING]", "translate", "run", "a.png", "b.png", "--statistics", "mean");
  }

  @Test
  void refusesASeedThatIsNoNumber() {
    refuses("'--seed': 'x' is not a long", "translate", "run", "a.png", "b.png", "--seed", "x");
  }

  @Test
  void listsTheRolesThereAre() {
    refuses(
        "unknown role \"generatr\"; known: augmentation, batch-executor, clipping, data,",
        "list",
        "generatr");
  }

  /** Longer lines would be broken where nobody meant it, within an example of a command, too. */
  @Test
  void whatStandsBelowTheOptionsFitsATerminal() {
    for (var command : Main.commandLine().getSubcommands().values()) {
      assertThat(command.getCommandSpec().usageMessage().footer())
          .as(command.getCommandName())
          .allSatisfy(line -> assertThat(line).hasSizeLessThan(80));
    }
  }

  private void refuses(String words, String... arguments) {
    new Pix2Pix(folder).run(arguments).refuses(2, words);
  }
}
