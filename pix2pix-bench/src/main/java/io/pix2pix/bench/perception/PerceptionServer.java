package io.pix2pix.bench.perception;

import com.google.common.base.Splitter;
import com.google.common.io.ByteSource;
import com.google.common.io.CharSource;
import com.google.common.io.MoreFiles;
import com.sun.net.httpserver.HttpExchange;
import io.pix2pix.api.error.InvalidInputException;
import io.pix2pix.bench.http.HttpFront;
import io.pix2pix.bench.perception.Protocol.ScreenSide;
import io.pix2pix.bench.perception.Visits.Visit;
import io.pix2pix.train.template.Template;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
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
 *
 * <p>Safe for use by several threads.
 */
public final class PerceptionServer implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(PerceptionServer.class);
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final ByteSource NOTHING = text("{}");
  private static final String COOKIE = "participant";
  private static final Pattern BROWSER = Pattern.compile("[0-9a-f]{32}");
  private static final String POLICY =
      "default-src 'none'; script-src 'unsafe-inline'; style-src 'unsafe-inline'; img-src blob:"
          + " data:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors"
          + " 'none'";

  private final HttpFront front;
  private final Answers answers;
  private final ParticipantSessions sessions;
  private final ByteSource page;

  private PerceptionServer(PerceptionStudy study, Address address) {
    var template = new Template(PerceptionServer.class, "perception.html");
    page = text(template.fill(Welcome.of(study.protocol())));
    answers = Answers.open(study.folder());
    sessions = new ParticipantSessions(study, answers);
    try {
      front = HttpFront.start(address.host(), address.port(), address.names(), this::answer);
    } catch (InvalidInputException e) {
      answers.close();
      throw e;
    }
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
    return start(study, new Address(host, port, List.of()));
  }

  /**
   * Starts to serve; the images have been made.
   *
   * @throws InvalidInputException if the address cannot be listened at
   */
  public static PerceptionServer start(PerceptionStudy study, Address address) {
    return new PerceptionServer(study, address);
  }

  /**
   * Where a study is served.
   *
   * @param host name or address that is listened at
   * @param port that is listened at; 0 for any that is free
   * @param names further ones under which participants reach it, for example that of a proxy
   */
  public record Address(String host, int port, List<String> names) {
    /** Copies the list. */
    public Address {
      names = List.copyOf(names);
    }
  }

  /** Where it listens. */
  public InetSocketAddress address() {
    return front.address();
  }

  /** Stops to serve; every answer that was taken is kept. */
  @Override
  public void close() {
    front.close();
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
    response
        .browser()
        .ifPresent(
            browser ->
                headers.set(
                    "Set-Cookie",
                    COOKIE
                        + "="
                        + browser
                        + "; Path=/; Max-Age=31536000; HttpOnly; SameSite=Strict"));
    exchange.sendResponseHeaders(response.status(), response.body().size());
    response.body().copyTo(exchange.getResponseBody());
  }

  private Response response(HttpExchange exchange) {
    var path = Splitter.on('/').splitToList(exchange.getRequestURI().getPath().substring(1));
    return switch (exchange.getRequestMethod()) {
      case "GET" -> get(path);
      case "POST" -> post(path, exchange);
      default -> Response.problem(405);
    };
  }

  private Response get(List<String> path) {
    if (path.equals(List.of(""))) {
      return Response.of("text/html; charset=utf-8", page);
    }
    if (path.size() == 2 && path.get(0).equals("sessions")) {
      return json(sessions.find(path.get(1)));
    }
    if (path.size() == 4 && path.get(0).equals("sessions") && path.get(2).equals("images")) {
      var file = sessions.image(path.get(1), path.get(3));
      return file.isEmpty()
          ? Response.problem(404)
          : Response.of("image/png", MoreFiles.asByteSource(file.get()));
    }
    return Response.problem(404);
  }

  private Response post(List<String> path, HttpExchange exchange) {
    if (path.equals(List.of("sessions"))) {
      return begin(exchange);
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

  /** A browser that has no name yet is given one, so that it is known when it begins again. */
  private Response begin(HttpExchange exchange) {
    var address = exchange.getRemoteAddress().getAddress().getHostAddress();
    var known = browser(exchange);
    var browser = known.orElseGet(answers::token);
    var begun = sessions.begin(new Visit(browser, address));
    return begun.isEmpty() ? Response.problem(429) : json(begun).from(browser);
  }

  private static Optional<String> browser(HttpExchange exchange) {
    return exchange.getRequestHeaders().getOrDefault("Cookie", List.of()).stream()
        .flatMap(header -> Splitter.on(';').trimResults().splitToStream(header))
        .filter(cookie -> cookie.startsWith(COOKIE + "="))
        .map(cookie -> cookie.substring(COOKIE.length() + 1))
        .filter(value -> BROWSER.matcher(value).matches())
        .findFirst();
  }

  private static ByteSource text(String text) {
    return CharSource.wrap(text).asByteSource(StandardCharsets.UTF_8);
  }

  private static Response json(Optional<?> value) {
    return value
        .map(found -> Response.of("application/json", text(JSON.writeValueAsString(found))))
        .orElseGet(() -> Response.problem(404));
  }

  /** What the page says of the study. */
  private record Welcome(boolean practicing, int practice, int trials) {
    static Welcome of(Protocol protocol) {
      return new Welcome(protocol.practice() > 0, protocol.practice(), protocol.trials());
    }
  }

  private record Response(int status, String type, ByteSource body, Optional<String> browser) {
    static Response of(String type, ByteSource body) {
      return new Response(200, type, body, Optional.empty());
    }

    static Response problem(int status) {
      return new Response(status, "application/json", NOTHING, Optional.empty());
    }

    /** The same, with the name that its browser has from now on. */
    Response from(String named) {
      return new Response(status, type, body, Optional.of(named));
    }
  }
}
