package io.pix2pix.bench.tracking.mlflow;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;

/** What a server wants to see. It shows none of it. */
final class Credentials {
  private final Optional<String> header;

  private Credentials(Optional<String> header) {
    this.header = header;
  }

  /** Those of MLflow's own programs; a name with its password goes before a token. */
  static Credentials of(Map<String, String> environment) {
    var name = environment.getOrDefault("MLFLOW_TRACKING_USERNAME", "");
    var password = environment.getOrDefault("MLFLOW_TRACKING_PASSWORD", "");
    var token = environment.getOrDefault("MLFLOW_TRACKING_TOKEN", "");
    if (!name.isEmpty()) {
      var both = (name + ":" + password).getBytes(StandardCharsets.UTF_8);
      return new Credentials(Optional.of("Basic " + Base64.getEncoder().encodeToString(both)));
    }
    return new Credentials(token.isEmpty() ? Optional.empty() : Optional.of("Bearer " + token));
  }

  /** The value of the header {@code Authorization}, if there is one. */
  Optional<String> header() {
    return header;
  }

  @Override
  public String toString() {
    return header.isPresent() ? "credentials" : "no credentials";
  }
}
