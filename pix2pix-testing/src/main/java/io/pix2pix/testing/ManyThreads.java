package io.pix2pix.testing;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

/** Does something in many threads at once, for tests of what is safe for several threads. */
public final class ManyThreads {
  private static final int THREADS = 8;

  private ManyThreads() {}

  /**
   * The results of many calls of a task, of which eight at a time are under way.
   *
   * @param calls how many
   * @return in the order of their numbers
   * @throws AssertionError if a call fails
   * @throws InterruptedException if the thread is interrupted while it waits
   */
  public static <T> ImmutableList<T> results(int calls, Task<T> task) throws InterruptedException {
    var threads = Executors.newFixedThreadPool(THREADS);
    try {
      var all =
          IntStream.range(0, calls).mapToObj(i -> (Callable<T>) () -> task.call(i)).toList();
      var results = new ArrayList<T>();
      for (var done : threads.invokeAll(all)) {
        results.add(done.get());
      }
      return ImmutableList.copyOf(results);
    } catch (ExecutionException e) {
      throw new AssertionError("a call failed in one of many threads", e.getCause());
    } finally {
      threads.shutdown();
    }
  }

  /** What is done in many threads. */
  @FunctionalInterface
  public interface Task<T> {
    /**
     * Does it once.
     *
     * @param number of the call, from 0
     * @throws Exception if it fails
     */
    T call(int number) throws Exception;
  }
}
