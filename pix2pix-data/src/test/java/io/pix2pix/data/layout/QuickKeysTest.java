package io.pix2pix.data.layout;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QuickKeysTest {
  private static final List<String> PATHS =
      List.of(
          "a.png",
          "train/a.png",
          "train/a.PNG",
          "train/a.txt",
          "train/a",
          "train/.png",
          "train/a.b.png",
          "train/x/a.png",
          "train/x/a_1.png",
          "train/x/_1.png",
          "train/x/y/a.png",
          "train//a.png",
          "train/a.condition.png",
          "train/x/a.condition.jpg",
          "train/.condition.png",
          "train/new\nline.png",
          "test/a.png",
          "trainA/a.png",
          "trainA.png/a",
          "x/train/a_1.png",
          "x/train/x/a_1.png",
          "x/train/x/a_1.png.png",
          "x/train/.png",
          "");

  private static PathPattern.Steps steps(String pattern) {
    return new PathPattern(pattern).forSplit("train").steps();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{split}/{name}",
        "{split}/{name}.png",
        "{split}/{path*}",
        "{split}/{path*}.condition",
        "{split}A/{name}",
        "{name}",
        "x/{split}/{city}/{name}_1.png",
        "{split}/{b}/{a}",
        "{split}/{}/{name}",
        "{split}/x/{name}_1",
        "{split}/{path*}/a.png",
        "{split}/a.png"
      })
  void keysAreThoseOfTheRegularExpression(String pattern) {
    var steps = steps(pattern);
    var slow =
        new PathPattern.Steps(
            steps.folders(), steps.deep(), steps.whole(), steps.parts(), Optional.empty());

    assertThat(steps.quick()).isPresent();
    for (var path : PATHS) {
      assertThat(steps.key(path)).as(path).isEqualTo(slow.key(path));
    }
  }

  @Test
  void partsStandInTheOrderOfTheirNames() {
    assertThat(steps("x/{split}/{city}/{name}_1.png").key("x/train/bochum/7_1.png"))
        .contains("bochum/7");
    assertThat(steps("{split}/{b}/{a}").key("train/1/2.jpg")).contains("2/1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{split}/{a}_{b}", "{split}/{a}/{a}", "{split}/{a}/{path*}"})
  void otherPatternsAreLeftToTheRegularExpression(String pattern) {
    assertThat(steps(pattern).quick()).isEmpty();
  }
}
