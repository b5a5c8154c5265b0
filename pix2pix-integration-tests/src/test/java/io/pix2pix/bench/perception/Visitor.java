package io.pix2pix.bench.perception;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import javax.imageio.ImageIO;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A participant who speaks to the server as the page does.
 *
 * @param address of the study
 */
record Visitor(URI address) {
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  HttpResponse<byte[]> get(String path) throws IOException, InterruptedException {
    return CLIENT.send(
        HttpRequest.newBuilder(address.resolve(path)).build(),
        HttpResponse.BodyHandlers.ofByteArray());
  }

  HttpResponse<byte[]> post(String path) throws IOException, InterruptedException {
    return CLIENT.send(
        HttpRequest.newBuilder(address.resolve(path))
            .POST(HttpRequest.BodyPublishers.noBody())
            .build(),
        HttpResponse.BodyHandlers.ofByteArray());
  }

  HttpResponse<byte[]> post(String path, String cookie) throws IOException, InterruptedException {
    return post(path, "Cookie", cookie);
  }

  HttpResponse<byte[]> postFrom(String origin, String path)
      throws IOException, InterruptedException {
    return post(path, "Origin", origin);
  }

  private HttpResponse<byte[]> post(String path, String header, String value)
      throws IOException, InterruptedException {
    return CLIENT.send(
        HttpRequest.newBuilder(address.resolve(path))
            .header(header, value)
            .POST(HttpRequest.BodyPublishers.noBody())
            .build(),
        HttpResponse.BodyHandlers.ofByteArray());
  }

  static JsonNode json(HttpResponse<byte[]> response) {
    return JsonMapper.shared().readTree(response.body());
  }

  JsonNode begin() throws IOException, InterruptedException {
    return json(post("/sessions"));
  }

  /** Where a red image is shown, which is a generated one. */
  String red(JsonNode state) throws IOException, InterruptedException {
    var path = "/sessions/" + state.get("session").asString() + "/images/";
    var left = get(path + state.get("left").asString());
    var rgb = ImageIO.read(new ByteArrayInputStream(left.body())).getRGB(0, 0);
    return (rgb >> 16 & 0xff) > (rgb >> 8 & 0xff) ? "left" : "right";
  }

  /** The answer to the trial that is shown. */
  JsonNode answer(JsonNode state, String side) throws IOException, InterruptedException {
    return json(
        post(
            "/sessions/%s/answers/%d/%s"
                .formatted(state.get("session").asString(), state.get("trial").asInt(), side)));
  }

  static String other(String side) {
    return side.equals("left") ? "right" : "left";
  }
}
