package io.pix2pix.cli;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Answers as the REST API 2.0 of MLflow is documented to, keeps what it is told, and refuses what
 * the documentation does not allow: names, sizes of batches, parameters that change.
 */
final class RecordedMlflow implements AutoCloseable {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final String API = "/api/2.0/mlflow/";
  private static final String FILES = "/api/2.0/mlflow-artifacts/artifacts/";

  private final HttpServer server;
  private final Map<String, String> experiments = new LinkedHashMap<>();
  private final Map<String, Run> runs = new LinkedHashMap<>();
  private final Map<String, String> files = new LinkedHashMap<>();
  private final List<String> requests = new ArrayList<>();
  private int healthy = Integer.MAX_VALUE;
  private int trouble = 503;

  RecordedMlflow() throws IOException {
    this(0);
  }

  RecordedMlflow(int port) throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
    server.createContext("/", this::handle);
    server.start();
  }

  int port() {
    return server.getAddress().getPort();
  }

  String address() {
    return "http://127.0.0.1:" + port();
  }

  /** Answers so many requests as it should, and then each with a status. */
  synchronized void failAfter(int more, int status) {
    healthy = more;
    trouble = status;
  }

  synchronized List<String> requests() {
    return List.copyOf(requests);
  }

  synchronized Run run(String name) {
    return runs.values().stream().filter(one -> one.name.equals(name)).findFirst().orElseThrow();
  }

  synchronized int runs() {
    return runs.size();
  }

  synchronized Map<String, String> experiments() {
    return Map.copyOf(experiments);
  }

  /** Paths of the files of a run. */
  synchronized List<String> files(Run run) {
    var place = "7/" + run.id + "/artifacts/";
    return files.keySet().stream()
        .filter(path -> path.startsWith(place))
        .map(path -> path.substring(place.length()))
        .sorted()
        .toList();
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      var answer = answer(exchange);
      var bytes = answer.text.getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().set("Content-Type", "application/json");
      exchange.sendResponseHeaders(answer.status, bytes.length);
      exchange.getResponseBody().write(bytes);
    }
  }

  private synchronized Answer answer(HttpExchange exchange) throws IOException {
    var uri = exchange.getRequestURI();
    var path = uri.getPath();
    var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.ISO_8859_1);
    if (--healthy < 0) {
      return new Answer(trouble, "<html>busy</html>");
    }
    var what = exchange.getRequestMethod() + " " + path.replace(API, "").replace(FILES, "file ");
    requests.add(what);
    if (path.startsWith(FILES)) {
      files.put(path.substring(FILES.length()), body);
      return new Answer(200, "{}");
    }
    var query = uri.getRawQuery() == null ? "" : uri.getRawQuery();
    var value = URLDecoder.decode(query.replaceAll("^[^=]*=", ""), StandardCharsets.UTF_8);
    return switch (what) {
      case "GET experiments/get-by-name" -> experiment(value);
      case "POST experiments/create" -> create(JSON.readTree(body));
      case "POST runs/create" -> begin(JSON.readTree(body));
      case "POST runs/log-batch" -> log(JSON.readTree(body));
      case "POST runs/update" -> update(JSON.readTree(body));
      case "GET runs/get" -> known(value).map(this::info).orElse(missing(value));
      default -> new Answer(404, "<html>no such page</html>");
    };
  }

  private Answer experiment(String name) {
    var id = experiments.get(name);
    return id == null
        ? missing(name)
        : ok(Map.of("experiment", Map.of("experiment_id", id, "name", name)));
  }

  private Answer create(JsonNode body) {
    experiments.put(body.get("name").asString(), "7");
    return ok(Map.of("experiment_id", "7"));
  }

  private Answer begin(JsonNode body) {
    if (!experiments.containsValue(body.path("experiment_id").asString(""))) {
      return refused("no experiment " + body.path("experiment_id"));
    }
    var run = new Run("run" + runs.size(), body.get("run_name").asString());
    body.get("tags")
        .forEach(tag -> run.tags.put(tag.get("key").asString(), tag.get("value").asString()));
    runs.put(run.id, run);
    return info(run);
  }

  private Answer info(Run run) {
    var place = "mlflow-artifacts:/7/" + run.id + "/artifacts";
    return ok(Map.of("run", Map.of("info", Map.of("run_id", run.id, "artifact_uri", place))));
  }

  private Answer log(JsonNode body) {
    var run = known(body.get("run_id").asString());
    var metrics = body.path("metrics");
    var parameters = body.path("params");
    if (run.isEmpty()) {
      return missing(body.get("run_id").asString());
    } else if (metrics.size() > 1000 || parameters.size() > 100) {
      return refused("a batch has 1000 metrics and 100 parameters at most");
    }
    for (var metric : metrics) {
      if (!isName(metric.get("key").asString())
          || !metric.get("value").isNumber()
          || !metric.get("timestamp").isIntegralNumber()
          || !metric.get("step").isIntegralNumber()) {
        return refused(metric.toString());
      }
      run.get().log(metric);
    }
    for (var one : parameters) {
      var before = run.get().parameters.put(one.get("key").asString(), one.get("value").asString());
      if (!isName(one.get("key").asString()) || before != null) {
        return refused(one.toString());
      }
    }
    return new Answer(200, "{}");
  }

  private static boolean isName(String name) {
    return name.matches("[A-Za-z0-9_./ :-]{1,250}");
  }

  private Answer update(JsonNode body) {
    var run = known(body.get("run_id").asString()).orElseThrow();
    run.status = body.get("status").asString();
    return ok(Map.of("run_info", Map.of("run_id", run.id)));
  }

  private Optional<Run> known(String id) {
    return Optional.ofNullable(runs.get(id));
  }

  private static Answer missing(String what) {
    return error(404, "RESOURCE_DOES_NOT_EXIST", what);
  }

  private static Answer refused(String what) {
    return error(400, "INVALID_PARAMETER_VALUE", what);
  }

  private static Answer error(int status, String code, String message) {
    var body = Map.of("error_code", code, "message", message);
    return new Answer(status, JSON.writeValueAsString(body));
  }

  private static Answer ok(Object body) {
    return new Answer(200, JSON.writeValueAsString(body));
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private record Answer(int status, String text) {}

  /** What it was told of a run. */
  static final class Run {
    final String id;
    final String name;
    final Map<String, String> tags = new LinkedHashMap<>();
    final Map<String, String> parameters = new LinkedHashMap<>();
    final Map<String, List<Long>> steps = new LinkedHashMap<>();
    final Map<String, Double> last = new LinkedHashMap<>();
    String status = "RUNNING";

    Run(String id, String name) {
      this.id = id;
      this.name = name;
    }

    private void log(JsonNode metric) {
      var key = metric.get("key").asString();
      steps.computeIfAbsent(key, any -> new ArrayList<>()).add(metric.get("step").asLong());
      last.put(key, metric.get("value").asDouble());
    }
  }
}
