package io.pix2pix.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the guides name exists. */
class GuidesIT {
  private static final Pattern COMMAND =
      Pattern.compile(
          "pix2pix"
              + " (train|translate|evaluate|study|report|perceive|serve-load|serve|import|export|describe|list|demo|illustrate|bench|track|studio)\\b([^`\n"
              + "]*)");
  private static final Pattern DATA_COMMAND = Pattern.compile("pix2pix data ([a-z]+)\\b([^`\n]*)");
  private static final Pattern OPTION = Pattern.compile("--[a-z-]+");
  private static final Pattern PAGE = Pattern.compile("(?<!!)\\[[^\\]]*\\]\\(([^):#]+)\\)");

  @ParameterizedTest
  @MethodSource("io.pix2pix.cli.Guides#all")
  void everyOptionIsInTheHelpOfItsCommand(Path guide) throws IOException {
    var text = Files.readString(guide).replace("\\\n", " ");
    for (var command : matches(COMMAND, text)) {
      var help = Terminal.run(command.group(1), "--help").output();
      for (var option : matches(OPTION, command.group(2))) {
        assertThat(help).as(command.group()).contains(option.group());
      }
    }
  }

  @ParameterizedTest
  @MethodSource("io.pix2pix.cli.Guides#all")
  void everyOptionIsInTheHelpOfItsDataCommand(Path guide) throws IOException {
    for (var command : matches(DATA_COMMAND, Files.readString(guide))) {
      var help = Terminal.run("data", command.group(1), "--help").output();
      for (var option : matches(OPTION, command.group(2))) {
        assertThat(help).as(command.group()).contains(option.group());
      }
    }
  }

  @ParameterizedTest
  @MethodSource("io.pix2pix.cli.Guides#all")
  void everyLinkLeadsToAFile(Path guide) throws IOException {
    for (var link : matches(PAGE, Files.readString(guide))) {
      assertThat(guide.resolveSibling(link.group(1))).exists();
    }
  }

  private static ImmutableList<MatchResult> matches(Pattern pattern, String text) {
    return pattern.matcher(text).results().collect(ImmutableList.toImmutableList());
  }
}
