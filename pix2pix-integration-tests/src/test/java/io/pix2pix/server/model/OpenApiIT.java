package io.pix2pix.server.model;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.base.Ascii;
import com.google.common.collect.ImmutableSortedSet;
import com.google.common.io.Resources;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.dialect.Dialects;
import io.pix2pix.server.http.FrontSettings;
import io.pix2pix.train.translation.TrainedRun;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Every answer that the description names is given once, and is as it says. */
class OpenApiIT {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final String TOKEN = "a-secret-of-some-length";
  private static final String MODEL = "/v1/models/{name}";
  private static final String TRANSLATION = MODEL + ":translate";

  @TempDir static Path home;
  private static TrainedRun run;
  private static JsonNode document;

  private final Set<String> given = new TreeSet<>();

  @BeforeAll
  static void train() throws Exception {
    run = ServedTiny.train(home);
    document =
        JSON.readTree(
            Resources.toByteArray(Resources.getResource(ModelServer.class, "openapi.json")));
  }

  @Test
  void everyAnswerOfEveryRouteIsAsDescribed() throws Exception {
    try (var ready = ServedTiny.start(run, ServeSettings.USUAL)) {
      reads(ready);
      translates(ready);
    }
    try (var guarded = ServedTiny.start(run, ServeSettings.USUAL, guarded())) {
      for (var path : new String[] {"/v1/models", MODEL, "/metrics", "/openapi.json"}) {
        get(guarded, path, 401);
      }
      get(guarded, "/healthz", 200);
      post(guarded, "", 401, "Content-Type", "image/png");
    }
    var full = new ServeSettings(1 << 20, 1 << 20, 0, 1, 4, Duration.ofSeconds(60));
    try (var busy = ServedTiny.start(run, full)) {
      post(busy, "", 429, "Content-Type", "image/png");
    }
    var none = FrontSettings.at("127.0.0.1", 0);
    try (var loading = ServedTiny.notLoaded(ServedTiny.served(run), ServeSettings.USUAL, none)) {
      for (var path : new String[] {"/v1/models", MODEL, "/readyz"}) {
        get(loading, path, 503);
      }
      post(loading, "", 503, "Content-Type", "image/png");
    }

    assertThat(given).isEqualTo(described());
  }

  private static FrontSettings guarded() {
    return FrontSettings.at("127.0.0.1", 0).withToken(Optional.of(TOKEN));
  }

  private void reads(ServedTiny server) throws IOException, InterruptedException {
    for (var path :
        new String[] {"/v1/models", MODEL, "/healthz", "/readyz", "/metrics", "/openapi.json"}) {
      get(server, path, 200);
    }
    check(server.get("/v1/models/other"), "get", MODEL, 404);
  }

  private void translates(ServedTiny server) throws IOException, InterruptedException {
    post(server, "", 200, "Content-Type", "image/png");
    post(server, "", 200, "Content-Type", "image/png", "Accept", "application/octet-stream");
    post(server, "?seed=a", 400, "Content-Type", "image/png");
    post(server, "", 406, "Content-Type", "image/png", "Accept", "image/gif");
    post(server, "", 415, "Content-Type", "text/plain");
    var png = NoisePictures.png(17, 17, 1);
    check(server.translate("", png), "post", TRANSLATION, 422);
    var raw = new String[] {"Content-Type", "application/octet-stream", "X-Shape", "9999,9999,3"};
    check(server.post(ServedTiny.TRANSLATE, png, raw), "post", TRANSLATION, 413);
    check(server.post("/v1/models/other:translate", png), "post", TRANSLATION, 404);
  }

  private void get(ServedTiny server, String path, int status)
      throws IOException, InterruptedException {
    check(server.get(path.replace("{name}", "tiny")), "get", path, status);
  }

  private void post(ServedTiny server, String query, int status, String... headers)
      throws IOException, InterruptedException {
    var png = NoisePictures.png(16, 16, 1);
    check(server.post(ServedTiny.TRANSLATE + query, png, headers), "post", TRANSLATION, status);
  }

  /** Status, type, headers, and what is JSON by its schema. */
  private void check(HttpResponse<byte[]> answer, String method, String path, int status) {
    var text = new String(answer.body(), UTF_8);
    assertThat(answer.statusCode()).as("%s %s: %s", method, path, text).isEqualTo(status);
    var described =
        document.at(pointer("paths", path, method, "responses", String.valueOf(status)));
    assertThat(described.isMissingNode()).as("%s %s %d", method, path, status).isFalse();
    var type = answer.headers().firstValue("Content-Type").orElseThrow().replaceAll(";.*", "");
    assertThat(described.get("content").propertyNames()).contains(type);
    if (status == 429 || status == 503) {
      assertThat(answer.headers().firstValue("Retry-After").orElseThrow()).matches("[0-9]+");
    }
    if (type.endsWith("json")) {
      var schema = described.get("content").get(type).get("schema");
      assertThat(errors(schema, JSON.readTree(text))).as(text).isEmpty();
    }
    given.add(Ascii.toUpperCase(method) + " " + path + " " + status);
  }

  private static Object[] errors(JsonNode schema, JsonNode value) {
    var whole = JSON.createObjectNode();
    whole.set("components", document.get("components"));
    whole.setAll((ObjectNode) schema.deepCopy());
    return SchemaRegistry.withDialect(Dialects.getOpenApi31())
        .getSchema(whole)
        .validate(value)
        .toArray();
  }

  private static String pointer(String... names) {
    var pointer = new StringBuilder();
    for (var name : names) {
      pointer.append('/').append(name.replace("~", "~0").replace("/", "~1"));
    }
    return pointer.toString();
  }

  private static ImmutableSortedSet<String> described() {
    var all = ImmutableSortedSet.<String>naturalOrder();
    document
        .get("paths")
        .forEachEntry(
            (path, methods) ->
                methods.forEachEntry(
                    (method, operation) -> {
                      if (operation.has("responses")) {
                        for (var status : operation.get("responses").propertyNames()) {
                          all.add(Ascii.toUpperCase(method) + " " + path + " " + status);
                        }
                      }
                    }));
    return all.build();
  }
}
