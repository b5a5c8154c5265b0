package io.pix2pix.studio;

import java.io.IOException;
import java.net.URI;

/** The browser of whoever sits before this machine. */
final class Browser {
  private Browser() {}

  /** Opens a page in it; false if there is no program that does. */
  static boolean open(URI page) {
    boolean isMac = System.getProperty("os.name", "").startsWith("Mac");
    try {
      new ProcessBuilder(isMac ? "open" : "xdg-open", page.toString())
          .redirectErrorStream(true)
          .redirectOutput(ProcessBuilder.Redirect.DISCARD)
          .start();
      return true;
    } catch (IOException e) {
      return false;
    }
  }
}
