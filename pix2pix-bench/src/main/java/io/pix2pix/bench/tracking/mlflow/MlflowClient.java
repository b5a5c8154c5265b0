package io.pix2pix.bench.tracking.mlflow;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Iterables;
import com.google.common.escape.Escaper;
import com.google.common.net.UrlEscapers;
import io.pix2pix.api.error.InvalidInputException;
import io.pix2pix.bench.tracking.TrackerClient;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

/** Runs of MLflow. Used by one thread at a time. */
final class MlflowClient implements TrackerClient {
  private static final Logger LOG = LoggerFactory.getLogger(MlflowClient.class);

  /** Limits of a batch. */
  private static final int METRICS = 1000;

  private static final int PARAMETERS = 100;

  /** Of the value of a parameter; older servers take no more. */
  private static final int LONGEST = 500;

  private static final String ARTIFACTS = "mlflow-artifacts:";
  private static final Escaper PATH = UrlEscapers.urlPathSegmentEscaper();

  private final MlflowServer server;
  private final String experiment;
  private final Map<String, String> artifacts = new HashMap<>();
  private boolean saidThatFilesAreNotTaken;

  MlflowClient(MlflowServer server, String experiment) {
    this.server = server;
    this.experiment = experiment;
  }

  @Override
  public String begin(Start start) throws IOException, InterruptedException {
    var tags = new HashMap<>(start.tags());
    tags.put("mlflow.runName", start.name());
    tags.put("mlflow.source.name", "pix2pix");
    start.parent().ifPresent(parent -> tags.put("mlflow.parentRunId", parent));
    var request =
        ImmutableMap.of(
            "experiment_id", experimentId(),
            "run_name", start.name(),
            "start_time", start.time().toEpochMilli(),
            "tags", pairs(tags));
    var run = server.post("runs/create", request).path("run").path("info");
    var id = known(run.path("run_id"), "runs/create");
    for (var some : Iterables.partition(start.parameters().entrySet(), PARAMETERS)) {
      server.post(
          "runs/log-batch",
          ImmutableMap.of("run_id", id, "params", pairs(ImmutableMap.copyOf(some))));
    }
    return id;
  }

  private String experimentId() throws IOException, InterruptedException {
    var name = UrlEscapers.urlFormParameterEscaper().escape(experiment);
    var found = server.find("experiments/get-by-name?experiment_name=" + name);
    return found.isPresent()
        ? known(found.get().path("experiment").path("experiment_id"), "experiments/get-by-name")
        : known(
            server
                .post("experiments/create", ImmutableMap.of("name", experiment))
                .path("experiment_id"),
            "experiments/create");
  }

  private String known(JsonNode id, String path) {
    var text = id.asString("");
    if (text.isEmpty()) {
      throw new InvalidInputException(
          "%s: is no server of MLflow, its answer to %s lacks an id; give the address of one"
              .formatted(server.name(), path));
    }
    return text;
  }

  private static ImmutableList<ImmutableMap<String, String>> pairs(Map<String, String> all) {
    return all.entrySet().stream()
        .map(one -> ImmutableMap.of("key", name(one.getKey()), "value", shortened(one.getValue())))
        .collect(ImmutableList.toImmutableList());
  }

  private static String shortened(String value) {
    return value.length() <= LONGEST ? value : value.substring(0, LONGEST - 3) + "...";
  }

  /** With the characters that names may have. */
  private static String name(String name) {
    return name.replaceAll("[^A-Za-z0-9_./ -]", "_");
  }

  @Override
  public void log(String id, List<Value> values) throws IOException, InterruptedException {
    for (var some : Iterables.partition(values, METRICS)) {
      var metrics = some.stream().map(MlflowClient::metric).toList();
      server.post("runs/log-batch", ImmutableMap.of("run_id", id, "metrics", metrics));
    }
  }

  private static ImmutableMap<String, Object> metric(Value value) {
    return ImmutableMap.of(
        "key", name(value.name()),
        "value", value.number(),
        "timestamp", value.time().toEpochMilli(),
        "step", value.step());
  }

  @Override
  public boolean store(String id, String path, Path file) throws IOException, InterruptedException {
    var place = place(id);
    if (!place.startsWith(ARTIFACTS)) {
      if (!saidThatFilesAreNotTaken) {
        LOG.warn(
            "{}: keeps files of runs itself ({}) and takes none; pictures are left out. A server that is started with --serve-artifacts takes them",
            server.name(),
            place);
        saidThatFilesAreNotTaken = true;
      }
      return false;
    }
    var folder = place.substring(ARTIFACTS.length()).replaceAll("^//[^/]*", "");
    server.put(escaped(folder.replaceAll("^/+|/+$", "") + "/" + path), file);
    return true;
  }

  /** Where the server keeps the files of a run. */
  private String place(String id) throws IOException, InterruptedException {
    var known = artifacts.get(id);
    if (known == null) {
      var run = server.find("runs/get?run_id=" + id).orElseThrow(() -> gone(id));
      known = run.path("run").path("info").path("artifact_uri").asString("");
      artifacts.put(id, known);
    }
    return known;
  }

  private InvalidInputException gone(String id) {
    return new InvalidInputException(
        "%s: has no run %s any more; remove tracking.json from the folder to send all anew"
            .formatted(server.name(), id));
  }

  private static String escaped(String path) {
    return Arrays.stream(path.split("/", -1)).map(PATH::escape).collect(Collectors.joining("/"));
  }

  @Override
  public void say(String id, State state, Instant time) throws IOException, InterruptedException {
    var update = ImmutableMap.<String, Object>builder().put("run_id", id);
    switch (state) {
      case RUNNING -> update.put("status", "RUNNING");
      case FINISHED -> update.put("status", "FINISHED").put("end_time", time.toEpochMilli());
      case STOPPED -> update.put("status", "KILLED").put("end_time", time.toEpochMilli());
      case FAILED -> update.put("status", "FAILED").put("end_time", time.toEpochMilli());
    }
    server.post("runs/update", update.buildOrThrow());
  }
}
