package io.pix2pix.server.model;

import com.google.common.util.concurrent.Uninterruptibles;
import io.pix2pix.api.image.Image;
import io.pix2pix.api.image.ImageShape;
import io.pix2pix.server.http.ProblemException;
import io.pix2pix.train.translation.Translator;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Conditions that wait to be translated, first come, first served. A worker that is free takes the
 * oldest, and those that can be computed with it: of the same generator, size and seed. Nothing
 * waits for others to come.
 *
 * <p>Safe for use by several threads.
 */
final class TranslationQueue implements AutoCloseable {
  private final int most;
  private final int batch;
  private final EqualBatches batches = new EqualBatches();
  private final IntConsumer listener;
  private final Deque<Task> waiting = new ArrayDeque<>();
  private final List<Thread> workers;
  private boolean closed;

  /**
   * @param listener is told how many pictures each group has
   */
  TranslationQueue(ServeSettings settings, IntConsumer listener) {
    this.most = settings.queue();
    this.batch = settings.batch();
    this.listener = listener;
    this.workers =
        IntStream.range(0, settings.workers())
            .mapToObj(i -> new Thread(this::work, "translation-" + i))
            .toList();
    workers.forEach(worker -> worker.setDaemon(true));
    workers.forEach(Thread::start);
  }

  /**
   * Queues a condition.
   *
   * @return {@code G(x)}; whoever no longer wants it cancels it
   * @throws ProblemException if too many wait, or the server ends
   */
  synchronized CompletableFuture<Image> add(
      Translator translator, Translator.Input condition, long seed) {
    if (closed) {
      throw new ProblemException(503, "the server ends");
    } else if (waiting.size() >= most) {
      throw Admission.busy();
    }
    var key = new Key(translator, condition.image().shape(), seed);
    var task = new Task(key, condition, new CompletableFuture<>());
    waiting.add(task);
    notifyAll();
    return task.result();
  }

  /** How many wait. */
  synchronized int size() {
    return waiting.size();
  }

  private void work() {
    for (var group = next(); !group.isEmpty(); group = next()) {
      listener.accept(group.size());
      compute(group);
    }
  }

  /** Waits for the next group; empty at the end. */
  private synchronized List<Task> next() {
    var first = oldest();
    while (first == null && !closed) {
      try {
        wait();
      } catch (InterruptedException e) {
        return List.of();
      }
      first = oldest();
    }
    return first == null ? List.of() : withItsLike(first);
  }

  private @Nullable Task oldest() {
    var task = waiting.poll();
    while (task != null && task.result().isDone()) {
      task = waiting.poll(); // nobody wants it any more
    }
    return task;
  }

  private List<Task> withItsLike(Task first) {
    var group = new ArrayList<>(List.of(first));
    var others = waiting.iterator();
    while (others.hasNext() && group.size() < batch) {
      var other = others.next();
      if (other.key().equals(first.key()) && !other.result().isDone()) {
        group.add(other);
        others.remove();
      }
    }
    return group;
  }

  private void compute(List<Task> group) {
    var key = group.get(0).key();
    try {
      var conditions = group.stream().map(Task::condition).toList();
      var images = batches.translate(key.translator(), conditions, key.seed());
      for (int i = 0; i < group.size(); i++) {
        group.get(i).result().complete(images.get(i));
      }
    } catch (RuntimeException | OutOfMemoryError e) {
      group.forEach(task -> task.result().completeExceptionally(e));
    }
  }

  /** Computes what waits, and ends. */
  @Override
  public void close() {
    synchronized (this) {
      closed = true;
      notifyAll();
    }
    workers.forEach(Uninterruptibles::joinUninterruptibly);
  }

  private record Key(Translator translator, ImageShape shape, long seed) {}

  private record Task(Key key, Translator.Input condition, CompletableFuture<Image> result) {}
}
