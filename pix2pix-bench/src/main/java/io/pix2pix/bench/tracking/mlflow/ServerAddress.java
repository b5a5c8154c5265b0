package io.pix2pix.bench.tracking.mlflow;

import io.pix2pix.api.error.InvalidInputException;
import java.net.URI;
import java.net.URISyntaxException;

/**
 * Where a server is.
 *
 * @param text without a slash at its end
 */
record ServerAddress(String text) {

  /**
   * @param from what messages call the place that says it
   * @throws InvalidInputException if it is no address of a server, or holds credentials
   */
  static ServerAddress of(String text, String from) {
    try {
      var uri = new URI(text.strip());
      if (uri.getRawUserInfo() != null) {
        throw new InvalidInputException(
            "%s: an address holds no credentials, which would be shown; set MLFLOW_TRACKING_USERNAME and MLFLOW_TRACKING_PASSWORD"
                .formatted(from));
      }
      boolean http = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
      if (http && uri.getHost() != null && uri.getQuery() == null && uri.getFragment() == null) {
        return new ServerAddress(uri.toString().replaceAll("/+$", ""));
      }
    } catch (URISyntaxException e) {
      // Told below; the message of the parser would repeat all of it.
    }
    throw new InvalidInputException(
        "%s: \"%s\" is no address of a server; give one such as http://localhost:5000, or --track none"
            .formatted(from, shown(text)));
  }

  /** A text that somebody took for an address may hold a password all the same. */
  private static String shown(String text) {
    return text.replaceAll("//[^/@]*@", "//...@");
  }

  URI resolve(String path) {
    return URI.create(text + path);
  }
}
