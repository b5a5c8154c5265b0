package io.pix2pix.studio;

import static com.google.common.base.Preconditions.checkState;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A few open models: those that were used last. One that gives way to others is closed when nobody
 * uses it any more. Safe for use by several threads.
 *
 * @param <K> what tells models apart
 * @param <M> a model
 */
final class KeptModels<K, M extends AutoCloseable> implements AutoCloseable {
  private final int most;
  private final Map<K, Kept> byKey = new LinkedHashMap<>(16, 0.75f, true);
  private final Map<Kept, Integer> users = new HashMap<>();
  private boolean closed;

  /**
   * @param most models that stay open when nobody uses them
   */
  KeptModels(int most) {
    this.most = most;
  }

  /**
   * Works with a model.
   *
   * @param open makes it if it is not there
   * @throws IllegalStateException if this is closed
   */
  <T> T use(K key, Supplier<M> open, Function<M, T> work) {
    var kept = take(key);
    try {
      return work.apply(kept.model(open));
    } finally {
      giveBack(key, kept);
    }
  }

  private synchronized Kept take(K key) {
    checkState(!closed, "the models are closed");
    var kept = byKey.computeIfAbsent(key, unknown -> new Kept());
    users.merge(kept, 1, Integer::sum);
    return kept;
  }

  private void giveBack(K key, Kept kept) {
    var superfluous = new ArrayList<Kept>();
    synchronized (this) {
      users.computeIfPresent(kept, (same, count) -> count == 1 ? null : count - 1);
      if (kept.isEmpty()) {
        byKey.remove(key, kept); // it could not be opened; the next one tries again
      }
      if (!users.containsKey(kept) && !byKey.containsValue(kept)) {
        superfluous.add(kept);
      }
      superfluous.addAll(trimmed());
    }
    superfluous.forEach(Kept::close);
  }

  /** Those that are closed for others; those in use are closed by their last user. */
  private List<Kept> trimmed() {
    var idle = new ArrayList<Kept>();
    var oldest = byKey.values().iterator();
    for (int surplus = byKey.size() - (closed ? 0 : most); surplus > 0; surplus--) {
      var kept = oldest.next();
      oldest.remove();
      if (!users.containsKey(kept)) {
        idle.add(kept);
      }
    }
    return idle;
  }

  /** The number of models that are kept. */
  synchronized int size() {
    return byKey.size();
  }

  /** Closes all models that nobody uses; the others are closed by their last users. */
  @Override
  public void close() {
    List<Kept> idle;
    synchronized (this) {
      closed = true;
      idle = trimmed();
    }
    idle.forEach(Kept::close);
  }

  private final class Kept {
    private @Nullable M model;

    synchronized M model(Supplier<M> open) {
      var known = model;
      if (known == null) {
        known = open.get();
        model = known;
      }
      return known;
    }

    synchronized boolean isEmpty() {
      return model == null;
    }

    synchronized void close() {
      if (model == null) {
        return;
      }
      try {
        model.close();
        model = null;
      } catch (RuntimeException e) {
        throw e;
      } catch (Exception e) {
        throw new IllegalStateException(e);
      }
    }
  }
}
