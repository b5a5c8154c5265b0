package io.pix2pix.train.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import io.pix2pix.train.run.TranslationPage.Translation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TranslationPageTest {
  @TempDir Path folder;

  @Test
  void linksToTheImagesRelativeToThePage() throws IOException {
    var page = folder.resolve("translated/index.html");
    var images =
        new Translation(
            "12.jpg",
            folder.resolve("inputs/12.jpg"),
            folder.resolve("translated/12.jpg"),
            Optional.of(folder.resolve("translated/targets/a #1?.jpg")));

    assertThat(write(page, images))
        .contains("src=\"./../inputs/12.jpg\"")
        .contains("src=\"./12.jpg\"")
        .contains("src=\"./targets/a%20%231%3F.jpg\"")
        .contains("<h1>facades</h1>", "mean L1 0.157", "<p>12.jpg</p>")
        .doesNotContain(folder.toString());
  }

  @Test
  void leavesTargetsOutWhereThereAreNone() throws IOException {
    var image = folder.resolve("a<b>.png");

    assertThat(
            write(
                folder.resolve("index.html"),
                new Translation("a<b>", image, image, Optional.empty())))
        .contains("output</figcaption>", "<p>a&lt;b&gt;</p>")
        .doesNotContain("target</figcaption>");
  }

  private static String write(Path page, Translation translation) throws IOException {
    Files.createDirectories(page.resolveSibling(""));
    new TranslationPage("facades", "mean L1 0.157", ImmutableList.of(translation)).write(page);
    return Files.readString(page);
  }
}
