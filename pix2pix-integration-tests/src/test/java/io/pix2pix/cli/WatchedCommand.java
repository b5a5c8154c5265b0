package io.pix2pix.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import io.pix2pix.api.image.ImageShape;
import io.pix2pix.data.file.ImageFiles;
import io.pix2pix.testing.NativeHandles;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.util.function.IntSupplier;
import javax.imageio.ImageIO;
import org.tensorflow.Graph;
import org.tensorflow.op.Ops;

/**
 * A command in this process, which must leave no tensor, graph or session open, however it ends.
 */
final class WatchedCommand {
  static {
    makeOneConstant();
    decodeOneJpeg();
    keepWhatIsForgotten();
  }

  private WatchedCommand() {}

  /**
   * Runs a command.
   *
   * @return its exit code
   */
  static int run(IntSupplier command, String... arguments) {
    var before = NativeHandles.now();
    int code = command.getAsInt();
    assertThat(before.openedSince())
        .as("what is open after pix2pix %s", String.join(" ", arguments))
        .isEmpty();
    return code;
  }

  private static void keepWhatIsForgotten() {
    try {
      NativeHandles.keepWhatIsForgotten();
    } catch (InterruptedException e) {
      fail(e);
    }
  }

  /** The first constant of a process leaves a little memory open. */
  private static void makeOneConstant() {
    try (var graph = new Graph()) {
      Ops.create(graph).constant(1);
    }
  }

  /** The decoder of JPEG files, one graph and one session, is kept for the whole process. */
  private static void decodeOneJpeg() {
    try {
      var file = Files.createTempFile("one", ".jpg");
      ImageIO.write(new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB), "jpg", file.toFile());
      assertThat(ImageFiles.read(file).shape()).isEqualTo(new ImageShape(8, 8, 3));
      Files.delete(file);
    } catch (IOException e) {
      fail(e);
    }
  }
}
