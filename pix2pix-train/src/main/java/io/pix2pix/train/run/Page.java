package io.pix2pix.train.run;

import io.pix2pix.train.template.Template;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;

/** Fills the HTML templates that lie beside this class; what is filled in is escaped. */
final class Page {
  private Page() {}

  /**
   * A template with its names filled in.
   *
   * @param template for example {@code run.html}
   * @param view has a method for each name
   */
  static String fill(String template, Object view) {
    return new Template(Page.class, template).fill(view);
  }

  /** How a page links to a file, wherever the folder that holds both is moved. */
  static String link(Path page, Path file) {
    var folder = page.toAbsolutePath().resolve("..").normalize();
    var relative = folder.relativize(file.toAbsolutePath().normalize());
    try {
      // The dot keeps a colon in a file name from looking like a protocol.
      var path = "./" + relative.toString().replace('\\', '/');
      return new URI(null, null, path, null).toASCIIString();
    } catch (URISyntaxException e) {
      throw new IllegalArgumentException(file.toString(), e);
    }
  }
}
