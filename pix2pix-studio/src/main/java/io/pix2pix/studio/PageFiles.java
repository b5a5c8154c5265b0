package io.pix2pix.studio;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.io.Files;
import com.google.common.io.Resources;
import io.pix2pix.server.http.Route;
import io.pix2pix.server.http.ServerResponse;
import java.io.IOException;
import java.io.UncheckedIOException;

/** The files that the page is made of. They lie in a folder beside this class. */
final class PageFiles {
  /** Nothing from elsewhere, and nothing that stands in the page itself. */
  private static final String POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob: data:;"
          + " connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

  private static final ImmutableMap<String, String> TYPES =
      ImmutableMap.of("html", "text/html", "css", "text/css", "js", "text/javascript");

  private static final ImmutableList<String> NAMES =
      ImmutableList.of(
          "board.js",
          "canvas.js",
          "crop.js",
          "files.js",
          "history.js",
          "judgment.js",
          "keyboard.js",
          "latest.js",
          "main.js",
          "outputs.js",
          "page.css",
          "palette.js",
          "raster.js",
          "runs.js",
          "saving.js",
          "server.js",
          "tools.js",
          "zoom.js");

  private PageFiles() {}

  /** A route for each. */
  static ImmutableList<Route> routes() {
    return ImmutableList.<Route>builder()
        .add(Route.content("/", file("index.html")))
        .addAll(
            NAMES.stream()
                .map(name -> Route.content("/" + name, file(name)))
                .collect(toImmutableList()))
        .build();
  }

  private static ServerResponse file(String name) {
    try {
      var text = Resources.toByteArray(Resources.getResource(PageFiles.class, "page/" + name));
      var type = TYPES.get(Files.getFileExtension(name)) + "; charset=utf-8";
      return ServerResponse.of(type, text).with("Content-Security-Policy", POLICY);
    } catch (IOException e) {
      throw new UncheckedIOException(name, e);
    }
  }
}
