package io.pix2pix.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.pix2pix.api.image.Image;
import io.pix2pix.api.image.ImageShape;
import io.pix2pix.data.file.ImageFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TranslateFolderIT {
  private static final int FILES = 23;

  @TempDir Path folder;

  /** Sizes alternate, and there are more of them than one graph has room for. */
  @Test
  void aFolderGivesThePicturesThatItsFilesGiveAlone() throws IOException {
    var pix2pix = new Pix2Pix(folder);
    var run = pix2pix.trained("run", "--set", "training.epochs=1").toString();
    var inputs = Files.createDirectory(folder.resolve("inputs"));
    for (int i = 0; i < FILES; i++) {
      ImageFiles.write(inputs.resolve(i + ".png"), image(16 + 4 * (i % 11), 16, i));
    }

    var whole = pix2pix.run("translate", run, inputs.toString(), folder + "/outputs");

    assertThat(whole.code()).as(whole.err()).isZero();
    for (int i = 0; i < FILES; i += 11) {
      var alone = folder.resolve("alone-" + i + ".png");
      pix2pix.run("translate", run, inputs + "/" + i + ".png", alone.toString());
      assertThat(ImageFiles.read(folder.resolve("outputs/" + i + ".png")))
          .isEqualTo(ImageFiles.read(alone));
    }
    assertThat(folder.resolve("outputs").toFile().list()).hasSize(FILES);
  }

  private static Image image(int height, int width, int seed) {
    var shape = new ImageShape(height, width, 3);
    var values = new float[shape.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = (31 * i + 17 * seed) % 255 / 127.5f - 1;
    }
    return Image.owning(shape, values);
  }
}
