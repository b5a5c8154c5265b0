package io.pix2pix.bench.http;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import io.pix2pix.api.error.InvalidInputException;
import io.pix2pix.api.error.VisibleText;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What stands between a server of ours and whoever reaches its port. It answers itself where a
 * request is asked under a foreign name, comes from a page of elsewhere, or is larger than any that
 * a handler reads. Connections are bounded in number and time: a client that is slow, or says
 * nothing, is left after seconds, and others are answered meanwhile.
 *
 * <p>Safe for use by several threads; its handler is called by several.
 */
public final class HttpFront implements AutoCloseable {
  /** Connections at once, each with a thread while it is asked. */
  public static final int CONNECTIONS = 256;

  /** Seconds in which a client has to have sent its whole request. */
  public static final int REQUEST_SECONDS = 10;

  /** Seconds in which it has to have taken the answer. */
  public static final int ANSWER_SECONDS = 30;

  /** Seconds after which a connection is closed that asks nothing. */
  public static final int IDLE_SECONDS = 15;

  /** Bytes of a request's head, and of its body. */
  public static final int LARGEST_REQUEST = 16 << 10;

  private static final Logger LOG = LoggerFactory.getLogger(HttpFront.class);
  private static final int TOLD = 10;
  private static final int SHOWN = 100;
  private static final int MISDIRECTED = 421;
  private static final byte[] REFUSED = "refused\n".getBytes(StandardCharsets.US_ASCII);

  static {
    // The server of the JDK reads these once in a process, before its first server starts.
    limit("sun.net.httpserver.maxReqTime", REQUEST_SECONDS);
    limit("sun.net.httpserver.maxRspTime", ANSWER_SECONDS);
    limit("sun.net.httpserver.idleInterval", IDLE_SECONDS);
    limit("jdk.httpserver.maxConnections", CONNECTIONS);
    limit("sun.net.httpserver.maxIdleConnections", CONNECTIONS);
    limit("sun.net.httpserver.maxReqHeaders", 100);
    limit("sun.net.httpserver.maxReqHeaderSize", LARGEST_REQUEST);
    limit("sun.net.httpserver.drainAmount", LARGEST_REQUEST);
  }

  private final HttpServer server;
  private final AllowedHosts hosts;
  private final HttpHandler handler;
  private final AtomicInteger told = new AtomicInteger();
  private final AtomicBoolean closed = new AtomicBoolean();
  private final ExecutorService threads =
      new ThreadPoolExecutor(
          0, CONNECTIONS, IDLE_SECONDS, TimeUnit.SECONDS, new SynchronousQueue<>());

  private HttpFront(HttpServer server, AllowedHosts hosts, HttpHandler handler) {
    this.server = server;
    this.hosts = hosts;
    this.handler = handler;
  }

  /**
   * Starts to serve.
   *
   * @param host name or address that is listened at
   * @param port that is listened at; 0 for any that is free
   * @param further names under which the server may be asked, for example that of a proxy
   * @param handler answers what passes
   * @throws InvalidInputException if the address cannot be listened at
   */
  public static HttpFront start(String host, int port, List<String> further, HttpHandler handler) {
    var address = new InetSocketAddress(host, port);
    if (address.isUnresolved()) {
      throw new InvalidInputException(
          "--host %s: is not known; give an address of this machine".formatted(host));
    }
    try {
      var server = HttpServer.create(address, CONNECTIONS);
      var hosts = AllowedHosts.of(host, server.getAddress(), further);
      var front = new HttpFront(server, hosts, handler);
      server.setExecutor(front.threads);
      server.createContext("/", front::answer);
      server.start();
      return front;
    } catch (BindException e) {
      throw new InvalidInputException(
          "--host %s --port %d: cannot be listened at (%s); give another port, or 0 for any free one"
              .formatted(host, port, e.getMessage()),
          e);
    } catch (IOException e) {
      throw new InvalidInputException(
          "--host %s --port %d: %s; give another address".formatted(host, port, e.getMessage()), e);
    }
  }

  /** Where it listens. */
  public InetSocketAddress address() {
    return server.getAddress();
  }

  /** Answers what was asked already, for a second at most, and closes all connections. */
  @Override
  public void close() {
    if (closed.getAndSet(true)) {
      return;
    }
    server.stop(1);
    threads.shutdownNow();
    try {
      if (!threads.awaitTermination(REQUEST_SECONDS, TimeUnit.SECONDS)) {
        LOG.warn("a request was still being answered at the end of the serving");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void answer(HttpExchange exchange) throws IOException {
    var refusal = refusal(exchange);
    if (refusal.isPresent()) {
      refuse(exchange, refusal.get());
      return;
    }
    exchange.setStreams(new ByteArrayInputStream(body(exchange)), null);
    handler.handle(exchange);
  }

  /**
   * Says so before the body was sent. The server of the JDK goes on counting a connection whose
   * body turns out to be broken after an answer without one; this answer therefore has one.
   */
  private static void refuse(HttpExchange exchange, int status) throws IOException {
    try (exchange) {
      exchange.getResponseHeaders().set("Connection", "close");
      exchange.sendResponseHeaders(status, REFUSED.length);
      try (var answer = exchange.getResponseBody()) {
        answer.write(REFUSED);
      }
    }
  }

  /**
   * What was sent, read before it is answered, so that nothing of it is broken after the answer.
   *
   * @throws IOException if it is broken or ends too early; the connection is then closed
   */
  private static byte[] body(HttpExchange exchange) throws IOException {
    var body = exchange.getRequestBody().readNBytes(LARGEST_REQUEST + 1);
    var length = exchange.getRequestHeaders().getFirst("Content-Length");
    if (length != null && body.length < Math.min(Long.parseLong(length), LARGEST_REQUEST + 1)) {
      throw new EOFException("a request ended before its body did");
    }
    return body;
  }

  /** The status of what is refused. */
  private Optional<Integer> refusal(HttpExchange exchange) {
    var headers = exchange.getRequestHeaders();
    var host = only(headers, "Host");
    if (host.isEmpty() || exchange.getRequestURI().isAbsolute()) {
      return Optional.of(400);
    } else if (!hosts.isHost(host.get())) {
      tell("a request for the host {} was refused; if it is this server's name, allow it", host);
      return Optional.of(MISDIRECTED);
    } else if (isFromElsewhere(exchange, headers)) {
      tell("a request from a page of {} was refused", only(headers, "Origin"));
      return Optional.of(403);
    }
    return isTooLarge(headers) ? Optional.of(413) : Optional.empty();
  }

  /**
   * Browsers say from where what changes something is asked; links from elsewhere may lead here.
   */
  private boolean isFromElsewhere(HttpExchange exchange, Headers headers) {
    if (headers.containsKey("Origin")
        && only(headers, "Origin").filter(hosts::isOrigin).isEmpty()) {
      return true;
    }
    var site = headers.getFirst("Sec-Fetch-Site");
    boolean reads = exchange.getRequestMethod().equals("GET");
    return !reads && site != null && !site.equals("same-origin") && !site.equals("none");
  }

  private static boolean isTooLarge(Headers headers) {
    var length = only(headers, "Content-Length");
    boolean said = headers.containsKey("Content-Length");
    boolean small = length.filter(text -> text.matches("[0-9]{1,9}")).isPresent();
    return headers.containsKey("Transfer-Encoding")
        || (said && (!small || Integer.parseInt(length.orElse("0")) > LARGEST_REQUEST));
  }

  private static Optional<String> only(Headers headers, String name) {
    var values = headers.getOrDefault(name, List.of());
    return values.size() == 1 ? Optional.of(values.get(0)) : Optional.empty();
  }

  /** Whoever floods the server must not flood the log. */
  private void tell(String words, Optional<String> from) {
    if (told.incrementAndGet() <= TOLD) {
      var text = VisibleText.line(from.orElse("an unknown origin"));
      LOG.warn(words, text.substring(0, Math.min(SHOWN, text.length())));
    }
  }

  /** What whoever started the process has said stays. */
  private static void limit(String property, int most) {
    if (System.getProperty(property) == null) {
      System.setProperty(property, String.valueOf(most));
    }
  }
}
