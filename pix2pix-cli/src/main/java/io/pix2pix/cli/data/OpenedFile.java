package io.pix2pix.cli.data;

import io.pix2pix.cli.console.Console;
import java.awt.Desktop;
import java.awt.GraphicsEnvironment;
import java.io.IOException;
import java.nio.file.Path;

/** Opens a file in the user's program for it. */
final class OpenedFile {
  private OpenedFile() {}

  /** Opens it, or says that this machine has nothing to open it with. */
  static void show(Path file, Console console) {
    try {
      if (!GraphicsEnvironment.isHeadless() && Desktop.isDesktopSupported()) {
        Desktop.getDesktop().open(file.toAbsolutePath().toFile());
        return;
      }
    } catch (IOException | UnsupportedOperationException e) {
      console.complain("--open: " + e.getMessage());
      return;
    }
    console.complain("--open: this machine has no desktop to open it on; look at the file itself");
  }
}
