package io.pix2pix.train.workers;

import io.pix2pix.api.error.InvalidInputException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * The other workers as the network shows them: whether somebody listens where they should be. A
 * process that ends stops listening at once, which TensorFlow would not tell.
 *
 * @param cluster whose workers are watched
 */
record Peers(Cluster cluster) {
  private static final Duration CONNECT = Duration.ofSeconds(5);
  private static final Duration BETWEEN = Duration.ofMillis(500);
  private static final Duration UNREACHABLE = Duration.ofSeconds(60);

  /**
   * Refuses a port that somebody listens on.
   *
   * @throws InvalidInputException if it is in use on this machine
   */
  void requireFreePort() {
    int port = cluster.own().getPort();
    try (var socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(port));
    } catch (IOException e) {
      throw new InvalidInputException(
          "%s: %s cannot listen on port %d (%s); choose another port, or end what uses it"
              .formatted(Cluster.VARIABLE, cluster.words(cluster.index()), port, e.getMessage()),
          e);
    }
  }

  /**
   * Waits until all listen.
   *
   * @throws InvalidInputException if one does not within that time; the message names it
   */
  void await(Duration patience) {
    long end = System.nanoTime() + patience.toNanos();
    var missing = new ArrayList<>(cluster.others());
    while (!missing.isEmpty()) {
      missing.removeIf(worker -> problem(worker).isEmpty());
      if (!missing.isEmpty() && System.nanoTime() > end) {
        int worker = missing.get(0);
        throw new InvalidInputException(
            "%s did not come within %d seconds (%s); start it, or correct the addresses in %s"
                .formatted(
                    cluster.words(worker),
                    patience.toSeconds(),
                    problem(worker).map(Throwable::getMessage).orElse("it has come now"),
                    Cluster.VARIABLE));
      }
      if (!missing.isEmpty()) {
        pause();
      }
    }
  }

  /**
   * Watches until the thread is interrupted, or one is lost.
   *
   * @param lost is told of one that has ended, or cannot be reached
   */
  void watch(Consumer<String> lost) {
    var last = new long[cluster.size()];
    Arrays.fill(last, System.nanoTime());
    while (!Thread.currentThread().isInterrupted()) {
      for (int worker : cluster.others()) {
        var problem = problem(worker);
        if (problem.isEmpty()) {
          last[worker] = System.nanoTime();
        } else if (problem.get() instanceof ConnectException
            || System.nanoTime() - last[worker] > UNREACHABLE.toNanos()) {
          lost.accept(cluster.words(worker) + " is gone (" + problem.get().getMessage() + ")");
          return;
        }
      }
      pause();
    }
  }

  private Optional<IOException> problem(int worker) {
    var address = cluster.addresses().get(worker);
    try (var socket = new Socket()) {
      socket.connect(
          new InetSocketAddress(address.getHost(), address.getPort()),
          Math.toIntExact(CONNECT.toMillis()));
      return Optional.empty();
    } catch (IOException e) {
      return Optional.of(e);
    }
  }

  private static void pause() {
    try {
      TimeUnit.MILLISECONDS.sleep(BETWEEN.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
