package io.pix2pix.server.http;

import com.google.common.base.Throwables;
import io.pix2pix.api.error.InvalidInputException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketException;
import java.nio.channels.ServerSocketChannel;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.jetty.server.CustomRequestLog;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.Slf4jRequestLogWriter;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What stands between a server of ours and whoever reaches its port. It answers itself where a
 * request is asked under a foreign name, comes from a page of elsewhere, carries no token where one
 * is wanted, or is larger than its route allows. Connections are bounded in number and time: a
 * client that is slow, or says nothing, is left after seconds, and others are answered meanwhile.
 *
 * <p>Safe for use by several threads; its handlers are called by several.
 */
public final class HttpFront implements AutoCloseable {
  /** Connections at once. */
  public static final int CONNECTIONS = 256;

  /** Seconds in which a client has to have sent the body of a request. */
  public static final int REQUEST_SECONDS = 10;

  /** Seconds in which it has to have taken the answer. */
  public static final int ANSWER_SECONDS = 30;

  /** Seconds in which it has to have sent the head of its first, or next, request. */
  public static final int IDLE_SECONDS = 15;

  /** Bytes of a request's head, and of its body where its route says no other. */
  public static final int LARGEST_REQUEST = 16 << 10;

  /** The logger of all answers. */
  public static final String ACCESS_LOG = "io.pix2pix.server.access";

  private static final Logger LOG = LoggerFactory.getLogger(HttpFront.class);
  private static final String ACCESS_FORMAT = "%{client}a \"%m %U\" %s %O bytes %{ms}T ms";
  private static final int THREADS_OF_JETTY = 4;
  private static final int SHUTDOWN_IDLE_MILLISECONDS = 100;

  private final Server server;
  private final InetSocketAddress address;
  private final AtomicBoolean closed = new AtomicBoolean();

  private HttpFront(Server server, InetSocketAddress address) {
    this.server = server;
    this.address = address;
  }

  /**
   * Starts to serve.
   *
   * @param settings where, and what it lets pass
   * @param routes what is answered; of those with one path, each has another method
   * @throws InvalidInputException if the address cannot be listened at
   */
  public static HttpFront start(FrontSettings settings, List<Route> routes) {
    var server = new Server(threads(settings.connections()));
    var connector = connector(server, settings);
    var address = bind(connector, settings);
    var deadlines = new Deadlines(connector.getScheduler(), Duration.ofSeconds(IDLE_SECONDS));
    connector.addBean(deadlines);
    var hosts = AllowedHosts.of(settings.host(), address, settings.furtherHosts());
    var gate = new Gate(hosts, settings.token());
    var routed = new RoutedHandler(new RouteTable(routes), gate, deadlines, settings);
    server.setHandler(new GracefulHandler(routed));
    server.setErrorHandler(new PlainErrors());
    server.setStopTimeout(settings.grace().toMillis());
    if (settings.accessLog()) {
      var writer = new Slf4jRequestLogWriter();
      writer.setLoggerName(ACCESS_LOG);
      server.setRequestLog(new CustomRequestLog(writer, ACCESS_FORMAT));
    }
    var front = new HttpFront(server, address);
    front.begin();
    return front;
  }

  /** Where it listens. */
  public InetSocketAddress address() {
    return address;
  }

  /** Answers what was asked already, for the grace of the settings, and closes all connections. */
  @Override
  public void close() {
    if (closed.getAndSet(true)) {
      return;
    }
    try {
      server.stop();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (Exception e) {
      LOG.warn("a request was still being answered at the end of the serving");
    }
  }

  private void begin() {
    try {
      server.start();
    } catch (Exception e) {
      close();
      Throwables.throwIfUnchecked(e);
      throw new IllegalStateException(e);
    }
  }

  /** One for each connection that is asked, as handlers may wait. */
  private static QueuedThreadPool threads(int connections) {
    var threads = new QueuedThreadPool(connections + THREADS_OF_JETTY, THREADS_OF_JETTY);
    threads.setIdleTimeout((int) Duration.ofSeconds(IDLE_SECONDS).toMillis());
    threads.setReservedThreads(0);
    threads.setName("server");
    threads.setDaemon(true);
    return threads;
  }

  private static ServerConnector connector(Server server, FrontSettings settings) {
    var http = new HttpConfiguration();
    http.setSendServerVersion(false);
    http.setRequestHeaderSize(LARGEST_REQUEST);
    var connector = new ServerConnector(server, 1, 1, new HttpConnectionFactory(http));
    connector.setHost(settings.host());
    connector.setPort(settings.port());
    connector.setAcceptQueueSize(settings.connections());
    // Deadlines are the server's own.
    connector.setIdleTimeout(0);
    connector.setShutdownIdleTimeout(SHUTDOWN_IDLE_MILLISECONDS);
    connector.addBean(new NetworkConnectionLimit(settings.connections(), connector));
    server.addConnector(connector);
    return connector;
  }

  private static InetSocketAddress bind(ServerConnector connector, FrontSettings settings) {
    var host = settings.host();
    if (new InetSocketAddress(host, settings.port()).isUnresolved()) {
      throw new InvalidInputException(
          "--host %s: is not known; give an address of this machine".formatted(host));
    }
    try {
      connector.open();
      var channel = (ServerSocketChannel) connector.getTransport();
      return (InetSocketAddress) channel.getLocalAddress();
    } catch (IOException e) {
      var reason = Throwables.getRootCause(e);
      var words =
          reason instanceof SocketException
              ? "cannot be listened at (%s); give another port, or 0 for any free one"
              : "%s; give another address";
      throw new InvalidInputException(
          "--host %s --port %d: ".formatted(host, settings.port())
              + words.formatted(reason.getMessage()),
          e);
    }
  }
}
