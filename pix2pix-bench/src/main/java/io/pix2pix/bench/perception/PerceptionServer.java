package io.pix2pix.bench.perception;

import com.google.common.base.Splitter;
import com.google.common.io.ByteSource;
import com.google.common.io.CharSource;
import com.google.common.io.MoreFiles;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.pix2pix.api.error.InvalidInputException;
import io.pix2pix.bench.perception.Protocol.ScreenSide;
import io.pix2pix.train.template.Template;
import java.io.IOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

/**
 * Serves a perceptual study to browsers.
 *
 * <pre>
 * GET  /                                  the page
 * POST /sessions                          begins a session: {@link ParticipantSessions.State}
 * GET  /sessions/TOKEN                    where it has got to
 * GET  /sessions/TOKEN/images/ADDRESS     an image of the trial that it is at
 * POST /sessions/TOKEN/answers/TRIAL/SIDE which image was generated: {@link ParticipantSessions.Reply}
 * </pre>
 */
public final class PerceptionServer implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(PerceptionServer.class);
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final ByteSource NOTHING = text("{}");
  private static final int THREADS = 4;
  private static final String POLICY =
      "default-src 'none'; script-src 'unsafe-inline'; style-src 'unsafe-inline'; img-src blob: data:;"
          + " connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

  private final HttpServer server;
  private final ExecutorService threads = Executors.newFixedThreadPool(THREADS);
  private final Answers answers;
  private final ParticipantSessions sessions;
  private final ByteSource page;

  private PerceptionServer(HttpServer server, PerceptionStudy study) {
    this.server = server;
    var template = new Template(PerceptionServer.class, "perception.html");
    page = text(template.fill(Welcome.of(study.protocol())));
    answers = Answers.open(study.folder());
    sessions = new ParticipantSessions(study, answers);
  }

  /**
   * Starts to serve; the images have been made.
   *
   * @param study that is served
   * @param host name or address that is listened at
   * @param port that is listened at; 0 for any that is free
   * @throws InvalidInputException if the address cannot be listened at
   */
  public static PerceptionServer start(PerceptionStudy study, String host, int port) {
    var address = new InetSocketAddress(host, port);
    if (address.isUnresolved()) {
      throw new InvalidInputException(
          "--host %s: is not known; give an address of this machine".formatted(host));
    }
    try {
      var http = HttpServer.create(address, 0);
      var started = new PerceptionServer(http, study);
      http.setExecutor(started.threads);
      http.createContext("/", started::answer);
      http.start();
      return started;
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

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
    answers.close();
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      Response response;
      try {
        response = response(exchange);
      } catch (RuntimeException e) {
        LOG.error("{}: {}", exchange.getRequestURI().getPath(), e.getMessage());
        response = Response.problem(500);
      }
      send(exchange, response);
    }
  }

  private static void send(HttpExchange exchange, Response response) throws IOException {
    var headers = exchange.getResponseHeaders();
    headers.set("Content-Type", response.type());
    headers.set("Cache-Control", "no-store");
    headers.set("Content-Security-Policy", POLICY);
    headers.set("Referrer-Policy", "no-referrer");
    headers.set("X-Content-Type-Options", "nosniff");
    exchange.sendResponseHeaders(response.status(), response.body().size());
    response.body().copyTo(exchange.getResponseBody());
  }

  private Response response(HttpExchange exchange) {
    var path = Splitter.on('/').splitToList(exchange.getRequestURI().getPath().substring(1));
    return switch (exchange.getRequestMethod()) {
      case "GET" -> get(path);
      case "POST" -> post(path);
      default -> Response.problem(405);
    };
  }

  private Response get(List<String> path) {
    if (path.equals(List.of(""))) {
      return new Response(200, "text/html; charset=utf-8", page);
    }
    if (path.size() == 2 && path.get(0).equals("sessions")) {
      return json(sessions.find(path.get(1)));
    }
    if (path.size() == 4 && path.get(0).equals("sessions") && path.get(2).equals("images")) {
      var file = sessions.image(path.get(1), path.get(3));
      return file.isEmpty()
          ? Response.problem(404)
          : new Response(200, "image/png", MoreFiles.asByteSource(file.get()));
    }
    return Response.problem(404);
  }

  private Response post(List<String> path) {
    if (path.equals(List.of("sessions"))) {
      return json(Optional.of(sessions.begin()));
    }
    if (path.size() == 5 && path.get(0).equals("sessions") && path.get(2).equals("answers")) {
      var side = ScreenSide.of(path.get(4));
      return path.get(3).matches("\\d{1,6}")
          ? json(
              side.flatMap(
                  chosen -> sessions.answer(path.get(1), Integer.parseInt(path.get(3)), chosen)))
          : Response.problem(404);
    }
    return Response.problem(404);
  }

  private static ByteSource text(String text) {
    return CharSource.wrap(text).asByteSource(StandardCharsets.UTF_8);
  }

  private static Response json(Optional<?> value) {
    return value
        .map(found -> new Response(200, "application/json", text(JSON.writeValueAsString(found))))
        .orElseGet(() -> Response.problem(404));
  }

  /** What the page says of the study. */
  private record Welcome(boolean practicing, int practice, int trials) {
    static Welcome of(Protocol protocol) {
      return new Welcome(protocol.practice() > 0, protocol.practice(), protocol.trials());
    }
  }

  private record Response(int status, String type, ByteSource body) {
    static Response problem(int status) {
      return new Response(status, "application/json", NOTHING);
    }
  }
}
