package io.pix2pix.server.http;

import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.util.thread.Scheduler;

/**
 * Closes connections whose client takes too long as a whole. Jetty's own timeouts begin anew with
 * every byte, so that a byte now and then would hold a connection for ever.
 *
 * <p>Safe for use by several threads.
 */
final class Deadlines implements Connection.Listener {
  private final Scheduler scheduler;
  private final Duration silence;
  private final ConcurrentHashMap<EndPoint, Scheduler.Task> running = new ConcurrentHashMap<>();

  /**
   * @param silence from the beginning of a connection, and from each answer, to the end of the next
   *     request's head
   */
  Deadlines(Scheduler scheduler, Duration silence) {
    this.scheduler = scheduler;
    this.silence = silence;
  }

  @Override
  public void onOpened(Connection connection) {
    awaitRequest(connection.getEndPoint());
  }

  @Override
  public void onClosed(Connection connection) {
    cancel(connection.getEndPoint());
  }

  /** Waits for the head of the next request. */
  void awaitRequest(EndPoint client) {
    if (client.isOpen()) {
      await(client, silence);
    }
  }

  /** Closes the connection unless something else is awaited, or it is canceled, within a time. */
  void await(EndPoint client, Duration time) {
    var task = scheduler.schedule(() -> close(client), time.toMillis(), TimeUnit.MILLISECONDS);
    var former = running.put(client, task);
    if (former != null) {
      former.cancel();
    }
  }

  /** While the server itself is at work. */
  void cancel(EndPoint client) {
    var task = running.remove(client);
    if (task != null) {
      task.cancel();
    }
  }

  private void close(EndPoint client) {
    running.remove(client);
    client.close(new TimeoutException("the client took too long"));
  }
}
