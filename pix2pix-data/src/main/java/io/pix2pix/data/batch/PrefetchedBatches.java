package io.pix2pix.data.batch;

import static java.util.Objects.requireNonNull;

import com.google.common.base.Throwables;
import com.google.common.util.concurrent.ThreadFactoryBuilder;
import com.google.common.util.concurrent.Uninterruptibles;
import io.pix2pix.api.data.Batch;
import io.pix2pix.api.data.Batches;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Batches in order without an end, a few of them always made ahead. */
final class PrefetchedBatches implements Batches {
  private static final int AHEAD = 6;

  private final BatchMaker maker;
  private final ExecutorService workers;
  private final Queue<CompletableFuture<Batch>> ahead = new ArrayDeque<>();
  private long nextToMake;

  PrefetchedBatches(BatchMaker maker, long firstBatch) {
    this.maker = maker;
    nextToMake = firstBatch;
    // Half of the cores, because training needs them more; decoding hardly needs more than four.
    int threads = Math.max(1, Math.min(4, Runtime.getRuntime().availableProcessors() / 2));
    workers =
        Executors.newFixedThreadPool(
            threads,
            new ThreadFactoryBuilder().setDaemon(true).setNameFormat("batches-%d").build());
    for (int i = 0; i < AHEAD; i++) {
      makeOneMore();
    }
  }

  private void makeOneMore() {
    long number = nextToMake++;
    ahead.add(CompletableFuture.supplyAsync(() -> maker.batch(number), workers));
  }

  @Override
  public Batch next() throws InterruptedException {
    try {
      Batch batch = ahead.element().get();
      ahead.remove();
      makeOneMore();
      return batch;
    } catch (ExecutionException e) {
      Throwables.throwIfUnchecked(requireNonNull(e.getCause()));
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    workers.shutdownNow();
    Uninterruptibles.awaitTerminationUninterruptibly(workers);
    for (CompletableFuture<Batch> made : ahead) {
      // Those that never began will never be done, and those that failed hold nothing.
      if (made.isDone() && !made.isCompletedExceptionally()) {
        made.join().close();
      }
    }
    ahead.clear();
  }
}
