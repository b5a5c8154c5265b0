package io.pix2pix.bench.serving;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;

/**
 * Ways to ask many times.
 *
 * @param client that asks
 */
record Clients(LoadClient client) {
  private static final double NANOSECONDS = 1e9;

  /**
   * Several clients, of which each asks again as soon as it is answered.
   *
   * @return nanoseconds of each answer
   */
  long[] busy(int clients, int requests) throws InterruptedException {
    var times = new long[requests];
    var next = new AtomicInteger();
    var threads =
        IntStream.range(0, clients).mapToObj(i -> new Thread(() -> ask(times, next))).toList();
    threads.forEach(Thread::start);
    for (var thread : threads) {
      thread.join();
    }
    return times;
  }

  private void ask(long[] times, AtomicInteger next) {
    for (int i = next.getAndIncrement(); i < times.length; i = next.getAndIncrement()) {
      long begin = System.nanoTime();
      client.ask(i).join();
      times[i] = System.nanoTime() - begin;
    }
  }

  /**
   * Requests at even intervals, however long their answers take.
   *
   * @param rate requests a second
   * @return nanoseconds from the moment at which each was to be asked to its answer
   */
  long[] steady(double rate, int requests) {
    var times = new long[requests];
    var all = new CompletableFuture<?>[requests];
    long begin = System.nanoTime();
    for (int i = 0; i < requests; i++) {
      int number = i;
      long due = begin + (long) (i * NANOSECONDS / rate);
      while (System.nanoTime() < due) {
        LockSupport.parkNanos(due - System.nanoTime());
      }
      all[i] = client.ask(i).thenRun(() -> times[number] = System.nanoTime() - due);
    }
    CompletableFuture.allOf(all).join();
    return times;
  }
}
