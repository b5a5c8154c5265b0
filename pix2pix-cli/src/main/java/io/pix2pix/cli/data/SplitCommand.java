package io.pix2pix.cli.data;

import com.google.common.collect.ImmutableMap;
import io.pix2pix.api.error.InvalidInputException;
import io.pix2pix.cli.console.Console;
import io.pix2pix.cli.console.ProgressLine;
import io.pix2pix.data.prepare.FileTransfer;
import io.pix2pix.data.prepare.PreparedFolder;
import io.pix2pix.data.prepare.SplitShares;
import io.pix2pix.data.prepare.Splitting;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Puts pictures into splits. */
@Command(
    name = "split",
    mixinStandardHelpOptions = true,
    description =
        "Puts the pictures of a folder into train, val and test. Folders below stay: label/1.png"
            + " becomes train/label/1.png; what has one name up to the extension stays together."
            + " Nothing is overwritten.%n",
    footer = {
      "",
      "Examples:",
      "  pix2pix data split pairs facades",
      "  pix2pix data split pairs facades --train 0.9 --val 0 --test 0.1 --seed 7",
      "  pix2pix data split frames city --group \"(.*)_[0-9]+\" --link",
      "",
      "The last one keeps frames of one drive together: what the parentheses match is",
      "the group. The same seed gives the same splits. Where the command runs again,",
      "what is in a split stays in it, and new pictures go where most is missing.",
    })
public final class SplitCommand implements Callable<Integer> {
  @Parameters(index = "0", paramLabel = "IN", description = "a folder of pictures")
  private Path input = Path.of("");

  @Parameters(index = "1", paramLabel = "OUT", description = "gets the folders train, val and test")
  private Path output = Path.of("");

  @Option(
      names = "--train",
      paramLabel = "SHARE",
      defaultValue = "0.8",
      description = "of pairs to train on, 0 to 1 (default: ${DEFAULT-VALUE})")
  private double train;

  @Option(
      names = "--val",
      paramLabel = "SHARE",
      defaultValue = "0.1",
      description = "of pairs to look at while training (default: ${DEFAULT-VALUE})")
  private double val;

  @Option(
      names = "--test",
      paramLabel = "SHARE",
      defaultValue = "0.1",
      description = "of pairs to measure on in the end (default: ${DEFAULT-VALUE})")
  private double test;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "1",
      description = "which pairs go where follows from it (default: ${DEFAULT-VALUE})")
  private long seed;

  @Option(
      names = "--group",
      paramLabel = "PATTERN",
      description =
          "a regular expression of names without extension; names with the same first group stay"
              + " in one split")
  private @Nullable String group;

  @ArgGroup private Transfer transfer = new Transfer();

  @Spec private @Nullable CommandSpec spec;

  /** One of three. */
  static final class Transfer {
    @Option(names = "--copy", description = "copies files; the originals stay (default)")
    private boolean copy;

    @Option(names = "--link", description = "makes hard links, which take no room")
    private boolean link;

    @Option(names = "--move", description = "moves files; nothing stays in IN")
    private boolean move;

    FileTransfer choice() {
      return move ? FileTransfer.MOVE : link && !copy ? FileTransfer.LINK : FileTransfer.COPY;
    }
  }

  @Override
  public Integer call() {
    var console = Console.of(spec);
    var shares = new SplitShares(ImmutableMap.of("train", train, "val", val, "test", test), seed);
    var choice = transfer.choice();
    var plan = new Splitting(input, output, shares, pattern(), choice).plan();
    var failed = PreparedFolder.run(plan.tasks(), "split", ProgressLine.work(console));
    plan.notes().forEach(console::say);
    PreparationRun.tell(console, failed);
    console.say(
        "%s %s to %s: %s%s%s. Next: pix2pix data check %s"
            .formatted(
                first(choice.done()),
                PreparationRun.files(plan.tasks().size() - failed.size()),
                output,
                Stream.of("train", "val", "test")
                    .map(split -> split + " " + plan.pairs().getOrDefault(split, 0))
                    .collect(Collectors.joining(", ", "", " pairs")),
                group == null ? "" : " of %d groups".formatted(plan.groups()),
                plan.there() == 0 ? "" : "; %d files were there already".formatted(plan.there()),
                output));
    return failed.isEmpty() ? 0 : 1;
  }

  private static String first(String word) {
    return Character.toUpperCase(word.charAt(0)) + word.substring(1);
  }

  private Optional<Pattern> pattern() {
    try {
      return Optional.ofNullable(group).map(Pattern::compile);
    } catch (PatternSyntaxException e) {
      throw new InvalidInputException(
          "--group: \"%s\" is no regular expression (%s); for example (.*)_[0-9]+"
              .formatted(group, e.getDescription()),
          e);
    }
  }
}
