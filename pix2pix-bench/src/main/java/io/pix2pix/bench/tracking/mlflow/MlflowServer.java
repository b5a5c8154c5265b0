package io.pix2pix.bench.tracking.mlflow;

import io.pix2pix.api.error.InvalidInputException;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Asks a server of MLflow, and tells what is wrong with its answers. Used by one thread. */
final class MlflowServer {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final Duration CONNECT = Duration.ofSeconds(5);
  private static final Duration ANSWER = Duration.ofSeconds(30);
  private static final int LONGEST = 1 << 20;
  private static final int SHOWN = 200;
  private static final int BUSY = 429;

  private final ServerAddress address;
  private final Credentials credentials;
  private final HttpClient client =
      HttpClient.newBuilder()
          .connectTimeout(CONNECT)
          .followRedirects(HttpClient.Redirect.NEVER) // credentials are for this server alone
          .build();

  MlflowServer(ServerAddress address, Credentials credentials) {
    this.address = address;
    this.credentials = credentials;
  }

  /** What a request that sends JSON is answered. */
  JsonNode post(String path, Object body) throws IOException, InterruptedException {
    var text = BodyPublishers.ofString(JSON.writeValueAsString(body));
    return json(path, send("POST", "/api/2.0/mlflow/" + path, "application/json", text));
  }

  /**
   * What a request is answered.
   *
   * @return nothing if there is no such thing there
   */
  Optional<JsonNode> find(String path) throws IOException, InterruptedException {
    var answer =
        send("GET", "/api/2.0/mlflow/" + path, "application/json", BodyPublishers.noBody());
    return answer.status == 404 && answer.hasError("RESOURCE_DOES_NOT_EXIST")
        ? Optional.empty()
        : Optional.of(json(path, answer));
  }

  /** Puts a file where the server keeps those of runs. */
  void put(String path, Path file) throws IOException, InterruptedException {
    var answer =
        send(
            "PUT",
            "/api/2.0/mlflow-artifacts/artifacts/" + path,
            "application/octet-stream",
            BodyPublishers.ofFile(file));
    json(path, answer);
  }

  private Answer send(String method, String path, String type, BodyPublisher body)
      throws IOException, InterruptedException {
    var request =
        HttpRequest.newBuilder(address.resolve(path))
            .timeout(ANSWER)
            .header("Content-Type", type)
            .method(method, body);
    credentials.header().ifPresent(header -> request.header("Authorization", header));
    HttpResponse<InputStream> response = client.send(request.build(), BodyHandlers.ofInputStream());
    try (var in = response.body()) {
      return new Answer(response.statusCode(), parsed(in.readNBytes(LONGEST)));
    }
  }

  private static Optional<JsonNode> parsed(byte[] body) {
    try {
      return Optional.of(JSON.readTree(body)).filter(JsonNode::isObject);
    } catch (JacksonException e) {
      return Optional.empty();
    }
  }

  private JsonNode json(String path, Answer answer) throws IOException {
    if (answer.status >= 500 || answer.status == BUSY) {
      throw new IOException("it answers " + path + " with " + answer.status);
    } else if (answer.status == 401 || answer.status == 403) {
      throw new InvalidInputException(
          "%s: wants other credentials (%d); set MLFLOW_TRACKING_USERNAME and MLFLOW_TRACKING_PASSWORD, or MLFLOW_TRACKING_TOKEN"
              .formatted(address.text(), answer.status));
    } else if (answer.status >= 300 && answer.status < 400) {
      throw new InvalidInputException(
          "%s: sends elsewhere (%d); give the address of the server itself"
              .formatted(address.text(), answer.status));
    }
    var body = answer.body.orElseThrow(() -> stranger(path, answer.status));
    if (answer.status >= 400) {
      var code = body.path("error_code").asString("");
      throw code.isEmpty() ? stranger(path, answer.status) : refusal(path, code, body);
    }
    return body;
  }

  private InvalidInputException stranger(String path, int status) {
    return new InvalidInputException(
        "%s: is no server of MLflow, it answers %s with %d and no JSON of MLflow; give the address of one"
            .formatted(address.text(), path, status));
  }

  private InvalidInputException refusal(String path, String code, JsonNode body) {
    var message = body.path("message").asString("");
    return new InvalidInputException(
        "%s: refuses %s (%s: %s)"
            .formatted(
                address.text(),
                path,
                code,
                message.substring(0, Math.min(SHOWN, message.length()))));
  }

  /** What messages call it. */
  String name() {
    return address.text();
  }

  private record Answer(int status, Optional<JsonNode> body) {
    boolean hasError(String code) {
      return body.filter(json -> json.path("error_code").asString("").equals(code)).isPresent();
    }
  }
}
