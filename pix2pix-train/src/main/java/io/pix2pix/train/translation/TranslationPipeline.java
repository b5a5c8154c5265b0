package io.pix2pix.train.translation;

import com.google.common.base.Throwables;
import com.google.common.util.concurrent.Futures;
import com.google.common.util.concurrent.MoreExecutors;
import io.pix2pix.api.error.InvalidInputException;
import io.pix2pix.api.image.Image;
import io.pix2pix.api.image.ImageShape;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Translates many pictures. While the network computes some, others are read and written, at most
 * so many at a time that memory stays bounded. Results are those that each picture gives alone, up
 * to rounding of the last digits. Several may be at work at once, each with threads of its own.
 */
public final class TranslationPipeline {
  private static final int PICTURES_AT_ONCE = 4;
  private static final int PICTURES_UNDER_WAY = 32;
  private static final long PIXELS_UNDER_WAY = 16L * 512 * 512;
  private static final int MOST_THREADS = 4;

  private final Translator translator;
  private final PictureSize size;
  private final TranslationListener listener;
  private final ExecutorService threads = Executors.newFixedThreadPool(threads());
  private final Queue<Read> reads = new ArrayDeque<>();
  private final Queue<Write> writes = new ArrayDeque<>();
  private int underWay;
  private long pixels;

  private TranslationPipeline(
      Translator translator, PictureSize size, TranslationListener listener) {
    this.translator = translator;
    this.size = size;
    this.listener = listener;
  }

  private static int threads() {
    return Math.max(2, Math.min(MOST_THREADS, Runtime.getRuntime().availableProcessors()));
  }

  /**
   * Translates all pictures, in their order.
   *
   * @param size at which they are translated
   * @param listener is told of each
   * @throws InvalidInputException if a result cannot be written; those that come later are missing
   *     then
   * @throws InterruptedException if the thread is interrupted
   */
  public static void translate(
      Translator translator,
      List<? extends PictureJob> jobs,
      PictureSize size,
      TranslationListener listener)
      throws InterruptedException {
    var pipeline = new TranslationPipeline(translator, size, listener);
    try {
      pipeline.run(new ArrayDeque<>(jobs));
    } finally {
      pipeline.close();
    }
  }

  private void run(Queue<PictureJob> jobs) throws InterruptedException {
    while (!jobs.isEmpty() || underWay > 0) {
      beginAsManyAsFit(jobs);
      var oldest = writes.peek();
      if (oldest != null && (reads.isEmpty() || oldest.done().isDone())) {
        finish(writes.remove());
      } else {
        compute();
      }
    }
  }

  private void beginAsManyAsFit(Queue<PictureJob> jobs) {
    var next = jobs.peek();
    while (next != null && hasRoom(next)) {
      begin(jobs.remove());
      next = jobs.peek();
    }
  }

  private boolean hasRoom(PictureJob job) {
    return underWay == 0
        || (underWay < PICTURES_UNDER_WAY && pixels + pixels(job) <= PIXELS_UNDER_WAY);
  }

  /** Of the larger one of what is read and what is translated. */
  private long pixels(PictureJob job) {
    var translated = size.translated().apply(job.shape());
    return Math.max(pixels(job.shape()), pixels(translated));
  }

  private static long pixels(ImageShape shape) {
    return (long) shape.height() * shape.width();
  }

  private void begin(PictureJob job) {
    underWay++;
    pixels += pixels(job);
    reads.add(new Read(job, threads.submit(() -> prepared(job))));
  }

  private Translator.Input prepared(PictureJob job) {
    var picture = new Translator.Input(job.read(), job.where());
    var condition = translator.condition(picture, size.translated().apply(picture.image().shape()));
    translator.check(condition.image().shape(), condition.where());
    return condition;
  }

  /** Takes the next picture, and those after it that are of its size and ready too. */
  private void compute() throws InterruptedException {
    var some = new ArrayList<Prepared>();
    var first = reads.remove();
    try {
      some.add(new Prepared(first.job(), result(first.condition())));
    } catch (InvalidInputException e) {
      writes.add(new Write(first.job(), Futures.immediateFuture(Optional.of(e))));
      return;
    }
    var next = reads.peek();
    while (next != null && some.size() < PICTURES_AT_ONCE && next.isReadyFor(some.get(0))) {
      some.add(new Prepared(next.job(), result(next.condition())));
      reads.remove();
      next = reads.peek();
    }
    var generated = translator.translate(some.stream().map(Prepared::condition).toList(), 0);
    for (int i = 0; i < some.size(); i++) {
      write(some.get(i), generated.get(i));
    }
  }

  private void write(Prepared prepared, Image generated) {
    var job = prepared.job();
    var condition = prepared.condition();
    Future<Optional<InvalidInputException>> done =
        threads.submit(
            () -> {
              var stored = translator.stored(condition.image(), generated);
              job.write(translator.resized(stored, size.ofResult(job.shape(), stored.shape())));
              return Optional.empty();
            });
    writes.add(new Write(job, done));
  }

  private void finish(Write write) throws InterruptedException {
    var job = write.job();
    result(write.done())
        .ifPresentOrElse(why -> listener.onFailed(job, why), () -> listener.onTranslated(job));
    underWay--;
    pixels -= pixels(job);
  }

  private static <T> T result(Future<T> future) throws InterruptedException {
    try {
      return future.get();
    } catch (ExecutionException e) {
      var cause = Objects.requireNonNull(e.getCause());
      Throwables.throwIfUnchecked(cause);
      throw new IllegalStateException(cause);
    }
  }

  private void close() {
    threads.shutdownNow();
    MoreExecutors.shutdownAndAwaitTermination(threads, Duration.ofHours(1));
  }

  private record Read(PictureJob job, Future<Translator.Input> condition) {
    boolean isReadyFor(Prepared first) throws InterruptedException {
      return condition.isDone() && hasShape(first.condition().image().shape());
    }

    private boolean hasShape(ImageShape shape) throws InterruptedException {
      try {
        return result(condition).image().shape().equals(shape);
      } catch (InvalidInputException e) {
        return false; // It is told in its turn.
      }
    }
  }

  private record Prepared(PictureJob job, Translator.Input condition) {}

  /**
   * @param done why the picture failed, if it did
   */
  private record Write(PictureJob job, Future<Optional<InvalidInputException>> done) {}
}
