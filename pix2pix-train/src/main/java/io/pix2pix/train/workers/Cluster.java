package io.pix2pix.train.workers;

import com.google.common.collect.ImmutableList;
import com.google.common.net.HostAndPort;
import io.pix2pix.api.error.InvalidInputException;
import java.util.HashSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The workers of a training, as TensorFlow's environment variable {@code TF_CONFIG} describes them:
 *
 * <pre>{@code
 * {"cluster": {"worker": ["10.0.0.1:2222", "10.0.0.2:2222"]}, "task": {"type": "worker", "index": 0}}
 * }</pre>
 *
 * @param addresses host and port of each worker
 * @param index which of them this process is; 0 is the chief
 */
public record Cluster(ImmutableList<HostAndPort> addresses, int index) {
  /** The environment variable. */
  public static final String VARIABLE = "TF_CONFIG";

  private static final String WORKER = "worker";
  private static final String EXAMPLE =
      "{\"cluster\": {\"worker\": [\"10.0.0.1:2222\", \"10.0.0.2:2222\"]}, \"task\": {\"type\":"
          + " \"worker\", \"index\": 0}}";

  /**
   * Reads what the variable says.
   *
   * @throws InvalidInputException if it is not such a description
   */
  public static Cluster parse(String text) {
    var root = read(text);
    var jobs = root.path("cluster");
    var task = root.path("task");
    for (var job : jobs.propertyNames()) {
      if (!job.equals(WORKER)) {
        throw wrong("cluster has \"" + job + "\", but all processes of a training are workers");
      }
    }
    var addresses = addresses(jobs.path(WORKER));
    var type = task.path("type");
    if (!type.isString() || !type.stringValue().equals(WORKER)) {
      throw wrong("task.type is " + type + ", not \"worker\"");
    }
    return new Cluster(addresses, index(task.path("index"), addresses.size()));
  }

  private static JsonNode read(String text) {
    try {
      var root = JsonMapper.shared().readTree(text);
      if (root == null || !root.isObject()) {
        throw wrong("it is no JSON object");
      }
      return root;
    } catch (JacksonException e) {
      throw wrong("it is no JSON (" + e.getOriginalMessage() + ")");
    }
  }

  private static ImmutableList<HostAndPort> addresses(JsonNode workers) {
    if (!workers.isArray() || workers.isEmpty()) {
      throw wrong("cluster.worker is no list of addresses");
    }
    var addresses = new ImmutableList.Builder<HostAndPort>();
    var different = new HashSet<HostAndPort>();
    for (var worker : workers) {
      var address = address(worker);
      if (!different.add(address)) {
        throw wrong("two workers are at " + address);
      }
      addresses.add(address);
    }
    return addresses.build();
  }

  private static HostAndPort address(JsonNode worker) {
    try {
      var address = HostAndPort.fromString(worker.isString() ? worker.stringValue() : "");
      if (address.hasPort() && address.getPort() > 0 && !address.getHost().isEmpty()) {
        return address;
      }
    } catch (IllegalArgumentException e) {
      throw wrong("the worker " + worker + " is no host:port");
    }
    throw wrong("the worker " + worker + " is no host:port");
  }

  /** Kubernetes and others often give numbers as text. */
  private static int index(JsonNode index, int workers) {
    int number = index.asInt(-1);
    if (number < 0 || number >= workers) {
      throw wrong(
          "task.index is %s, but workers are counted from 0 to %d"
              .formatted(index.isMissingNode() ? "missing" : index, workers - 1));
    }
    return number;
  }

  private static InvalidInputException wrong(String problem) {
    return new InvalidInputException(
        VARIABLE + ": " + problem + "; give for example " + EXAMPLE + ", or unset it");
  }

  /**
   * Workers of this machine.
   *
   * @param ports one for each
   */
  public static Cluster local(ImmutableList<Integer> ports, int index) {
    return new Cluster(
        ports.stream()
            .map(port -> HostAndPort.fromParts("127.0.0.1", port))
            .collect(ImmutableList.toImmutableList()),
        index);
  }

  /** What {@link #parse} reads. */
  public String json() {
    var workers =
        addresses.stream()
            .map(address -> "\"" + address + "\"")
            .collect(Collectors.joining(", ", "[", "]"));
    return "{\"cluster\": {\"worker\": %s}, \"task\": {\"type\": \"worker\", \"index\": %d}}"
        .formatted(workers, index);
  }

  /** How many workers there are. */
  public int size() {
    return addresses.size();
  }

  /** Whether this process writes the run. */
  public boolean isChief() {
    return index == 0;
  }

  /** Where this process listens. */
  public HostAndPort own() {
    return addresses.get(index);
  }

  /** The workers other than this. */
  ImmutableList<Integer> others() {
    return IntStream.range(0, size())
        .filter(worker -> worker != index)
        .boxed()
        .collect(ImmutableList.toImmutableList());
  }

  /** How a message names a worker. */
  String words(int worker) {
    return "worker %d (%s)".formatted(worker, addresses.get(worker));
  }
}
