package io.pix2pix.data.prepare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSortedMap;
import io.pix2pix.api.error.InvalidInputException;
import io.pix2pix.api.progress.ProgressListener;
import io.pix2pix.data.Pictures;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SplittingTest {
  private static final SplitShares USUAL = shares(0.8, 0.1, 0.1);

  @TempDir Path folder;
  private Path input;
  private Path output;

  @BeforeEach
  void nameFolders() {
    input = folder.resolve("in");
    output = folder.resolve("out");
  }

  private static SplitShares shares(double train, double val, double test) {
    return new SplitShares(ImmutableMap.of("train", train, "val", val, "test", test), 1);
  }

  private Splitting.Plan split(SplitShares shares, String pattern, FileTransfer transfer) {
    var group = Optional.of(pattern).filter(text -> !text.isEmpty()).map(Pattern::compile);
    var plan = new Splitting(input, output, shares, group, transfer).plan();
    assertThat(PreparedFolder.run(plan.tasks(), "split", ProgressListener.NONE)).isEmpty();
    return plan;
  }

  @Test
  void namesWhatItPassesOver() throws IOException {
    write("1.png", "2.png");
    for (var name : new String[] {"Thumbs.db", ".hidden.png", "a.psd", "palette.csv"}) {
      Files.writeString(input.resolve(name), "x");
    }
    Files.createDirectory(input.resolve(".cache"));

    assertThat(split(shares(1, 0, 0), "", FileTransfer.COPY).notes())
        .containsExactly(
            input
                + ": passes over 4 files and folders that are not read:"
                + " .cache/, .hidden.png, Thumbs.db, a.psd");
  }

  private void write(String... names) {
    for (var name : names) {
      Pictures.write(input.resolve(name), 2, 4);
    }
  }

  private Set<String> files(Path root) throws IOException {
    try (var files = Files.walk(root)) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> root.relativize(file).toString())
          .collect(Collectors.toSet());
    }
  }

  @Test
  void dealsPairsOutByTheirSharesAndLeavesTheOriginals() throws IOException {
    write("0.png", "1.png", "2.png", "3.png", "4.png", "5.png", "6.png", "7.png", "8.png", "9.png");

    var plan = split(USUAL, "", FileTransfer.COPY);

    assertThat(plan.pairs()).isEqualTo(ImmutableSortedMap.of("test", 1, "train", 8, "val", 1));
    assertThat(files(output)).hasSize(10);
    assertThat(files(input)).hasSize(10);
  }

  @Test
  void keepsConditionAndTargetTogetherAndTheirFolders() throws IOException {
    write("label/a.png", "photo/a.jpg", "label/b.png", "photo/b.jpg");

    split(shares(0.5, 0, 0.5), "", FileTransfer.COPY);

    for (var name : new String[] {"a", "b"}) {
      var split = Files.exists(output.resolve("train/label/" + name + ".png")) ? "train" : "test";
      assertThat(output.resolve(split + "/label/" + name + ".png")).exists();
      assertThat(output.resolve(split + "/photo/" + name + ".jpg")).exists();
    }
    assertThat(files(output)).hasSize(4);
  }

  @Test
  void keepsGroupsTogether() throws IOException {
    write("x_1.png", "x_2.png", "x_3.png", "y_1.png", "y_2.png", "z_1.png");

    var plan = split(shares(0.5, 0, 0.5), "(.)_.*", FileTransfer.COPY);

    assertThat(plan.groups()).isEqualTo(3);
    for (var split : new String[] {"train", "test"}) {
      var names = files(output.resolve(split));
      for (var group : new String[] {"x", "y"}) {
        long here = names.stream().filter(name -> name.startsWith(group)).count();
        assertThat(here).isIn(0L, group.equals("x") ? 3L : 2L);
      }
    }
  }

  @Test
  void leavesWhereItIsWhatIsInASplitAlready() throws IOException {
    write("0.png", "1.png", "2.png", "3.png");
    split(shares(0.5, 0, 0.5), "", FileTransfer.COPY);
    var before = files(output);
    write("4.png", "5.png", "6.png", "7.png");

    var plan = split(shares(0.5, 0, 0.5), "", FileTransfer.COPY);

    assertThat(plan.there()).isEqualTo(4);
    assertThat(plan.pairs()).isEqualTo(ImmutableSortedMap.of("test", 4, "train", 4));
    assertThat(files(output)).hasSize(8).containsAll(before);
  }

  @Test
  void overwritesNothing() throws IOException {
    write("0.png");
    split(shares(1, 0, 0), "", FileTransfer.COPY);
    Pictures.write(input.resolve("0.png"), 4, 8);
    var before = Files.readAllBytes(output.resolve("train/0.png"));

    assertThatThrownBy(() -> split(shares(1, 0, 0), "", FileTransfer.COPY))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("0.png: is there already and differs");
    assertThat(output.resolve("train/0.png")).hasBinaryContent(before);
  }

  @Test
  void movesOrLinksWhereThatIsAskedFor() throws IOException {
    write("0.png");
    split(shares(1, 0, 0), "", FileTransfer.LINK);
    assertThat(Files.isSameFile(input.resolve("0.png"), output.resolve("train/0.png"))).isTrue();
    write("1.png");
    Files.delete(input.resolve("0.png"));

    split(shares(1, 0, 0), "", FileTransfer.MOVE);

    assertThat(files(input)).isEmpty();
    assertThat(files(output)).isEqualTo(Set.of("train/0.png", "train/1.png"));
  }

  @Test
  void anotherSeedIsAnotherOrder() {
    var sizes = ImmutableSortedMap.<String, Integer>naturalOrder();
    for (int i = 0; i < 40; i++) {
      sizes.put("pair" + i, 1);
    }
    var all = sizes.buildOrThrow();
    var other = new SplitShares(USUAL.shares(), 2);

    assertThat(USUAL.deal(all, Map.of()))
        .isEqualTo(USUAL.deal(all, Map.of()))
        .isNotEqualTo(other.deal(all, Map.of()));
  }

  @Test
  void refusesSharesAndPatternsThatAreNone() {
    write("0.png");

    assertThatThrownBy(() -> shares(0.8, 0.1, 0.2)).hasMessageContaining("add up to 1");
    assertThatThrownBy(() -> split(USUAL, "frame_(.*)", FileTransfer.COPY))
        .hasMessageContaining("0 does not match");
    assertThatThrownBy(
            () ->
                new Splitting(
                        input, input.resolve("out"), USUAL, Optional.empty(), FileTransfer.COPY)
                    .plan())
        .hasMessageContaining("choose a folder beside it");
  }
}
