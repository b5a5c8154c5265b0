package io.pix2pix.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import com.google.inject.Injector;
import io.pix2pix.train.experiment.ExperimentReader;
import io.pix2pix.train.experiment.PluginTable;
import io.pix2pix.train.experiment.PluginTable.PluginDescription;
import java.io.IOException;
import java.nio.file.Files;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The pages on training choices and on objectives. */
class TrainingGuidesIT {
  private static final Pattern YAML = Pattern.compile("```yaml\n(.*?)```", Pattern.DOTALL);

  private final Injector injector = Main.injector(TrainingGuidesIT.class.getClassLoader());

  @ParameterizedTest
  @ValueSource(strings = {"training.md", "objectives.md"})
  void everyExampleCanBeRead(String page) throws IOException {
    var reader = injector.getInstance(ExperimentReader.class);
    var blocks =
        YAML.matcher(text(page))
            .results()
            .map(block -> "name: page\n" + block.group(1))
            .collect(ImmutableList.toImmutableList());

    assertThat(blocks).hasSizeGreaterThan(4);
    for (var block : blocks) {
      assertThat(reader.parse(block, page).name()).isEqualTo("page");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "training.md, schedule",
    "training.md, clipping",
    "training.md, optimizer",
    "training.md, initializer",
    "objectives.md, objective"
  })
  void everyChoiceHasAWord(String page, String role) throws IOException {
    var names =
        injector.getInstance(PluginTable.class).roles().stream()
            .filter(known -> known.name().equals(role))
            .flatMap(known -> known.plugins().stream())
            .map(PluginDescription::name)
            .filter(name -> !name.equals("none"))
            .toList();

    assertThat(names).hasSizeGreaterThan(1);
    assertThat(text(page)).contains(names);
  }

  private static String text(String page) throws IOException {
    return Files.readString(Guides.root().resolve("docs").resolve(page));
  }
}
