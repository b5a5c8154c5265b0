package io.pix2pix.server.model;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedMap;
import io.pix2pix.server.http.ProblemException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * The models of a server, which are loaded one after the other while it listens.
 *
 * <p>Safe for use by several threads.
 */
final class Models implements AutoCloseable {
  private final ImmutableList<ServedRun> runs;
  private final CopyOnWriteArrayList<Model> opened = new CopyOnWriteArrayList<>();
  private volatile boolean ends;

  Models(List<ServedRun> runs) {
    this.runs = ImmutableList.copyOf(runs);
  }

  /**
   * Loads all.
   *
   * @throws io.pix2pix.api.error.InvalidInputException if one cannot be loaded
   */
  void load() {
    for (var run : runs) {
      opened.add(Model.open(run));
    }
  }

  /** Whether all are loaded, and the server does not end. */
  boolean isReady() {
    return !ends && opened.size() == runs.size();
  }

  /**
   * All, by name.
   *
   * @throws ProblemException if some are not loaded yet
   */
  ImmutableSortedMap<String, Model> all() {
    if (!isReady()) {
      throw new ProblemException(503, ends ? "the server ends" : "models are being loaded")
          .with("Retry-After", "5");
    }
    return opened.stream()
        .collect(
            ImmutableSortedMap.toImmutableSortedMap(
                String::compareTo, model -> model.served().name(), model -> model));
  }

  /**
   * The model of a name.
   *
   * @throws ProblemException if there is none, or some are not loaded yet
   */
  Model named(String name) {
    var model = all().get(name);
    if (model == null) {
      throw new ProblemException(404, "there is no such model; /v1/models lists them");
    }
    return model;
  }

  /** From now on, nothing is ready. */
  void end() {
    ends = true;
  }

  @Override
  public void close() {
    end();
    opened.forEach(Model::close);
  }
}
