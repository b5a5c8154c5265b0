package io.pix2pix.bench.perception;

import com.google.common.io.MoreFiles;
import io.pix2pix.api.error.InvalidInputException;
import io.pix2pix.bench.perception.Protocol.ScreenSide;
import io.pix2pix.bench.perception.Visits.Visit;
import io.pix2pix.server.http.FrontSettings;
import io.pix2pix.server.http.HttpFront;
import io.pix2pix.server.http.ProblemException;
import io.pix2pix.server.http.Route;
import io.pix2pix.server.http.ServerRequest;
import io.pix2pix.server.http.ServerResponse;
import io.pix2pix.train.template.Template;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

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
  private static final String COOKIE = "participant";
  private static final String COOKIE_ATTRIBUTES =
      "; Path=/; Max-Age=31536000; HttpOnly; SameSite=Strict";
  private static final Pattern BROWSER = Pattern.compile("[0-9a-f]{32}");
  private static final Pattern TRIAL = Pattern.compile("[0-9]{1,6}");
  private static final String POLICY =
      "default-src 'none'; script-src 'unsafe-inline'; style-src 'unsafe-inline'; img-src blob:"
          + " data:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors"
          + " 'none'";

  private final HttpFront front;
  private final Answers answers;
  private final ParticipantSessions sessions;
  private final String page;

  private PerceptionServer(PerceptionStudy study, Address address) {
    var template = new Template(PerceptionServer.class, "perception.html");
    page = template.fill(Welcome.of(study.protocol()));
    answers = Answers.open(study.folder());
    sessions = new ParticipantSessions(study, answers);
    try {
      var settings = FrontSettings.at(address.host(), address.port()).withHosts(address.names());
      front = HttpFront.start(settings, routes());
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

  private List<Route> routes() {
    return List.of(
        Route.content("/", secured(ServerResponse.html(page))),
        Route.post("/sessions", this::begin),
        Route.get("/sessions/{token}", request -> json(sessions.find(request.variable("token")))),
        Route.get("/sessions/{token}/images/{address}", this::image),
        Route.post("/sessions/{token}/answers/{trial}/{side}", this::judge));
  }

  /** A browser that has no name yet is given one, so that it is known when it begins again. */
  private ServerResponse begin(ServerRequest request) {
    var known = request.cookie(COOKIE).filter(value -> BROWSER.matcher(value).matches());
    var browser = known.orElseGet(answers::token);
    var begun = sessions.begin(new Visit(browser, request.client().getHostAddress()));
    return begun.isEmpty()
        ? ServerResponse.problem(429)
        : json(begun).with("Set-Cookie", COOKIE + "=" + browser + COOKIE_ATTRIBUTES);
  }

  private ServerResponse image(ServerRequest request) {
    var file = sessions.image(request.variable("token"), request.variable("address"));
    return file.map(found -> ServerResponse.of("image/png", MoreFiles.asByteSource(found)))
        .orElseThrow(PerceptionServer::unknown);
  }

  private ServerResponse judge(ServerRequest request) {
    var trial = request.variable("trial");
    if (!TRIAL.matcher(trial).matches()) {
      throw unknown();
    }
    return json(
        ScreenSide.of(request.variable("side"))
            .flatMap(
                chosen ->
                    sessions.answer(request.variable("token"), Integer.parseInt(trial), chosen)));
  }

  private static ServerResponse json(Optional<?> value) {
    return secured(ServerResponse.json(value.orElseThrow(PerceptionServer::unknown)));
  }

  private static ProblemException unknown() {
    return new ProblemException(404, "there is no such session, trial or image now");
  }

  private static ServerResponse secured(ServerResponse response) {
    return response.with("Content-Security-Policy", POLICY);
  }

  /** What the page says of the study. */
  private record Welcome(boolean practicing, int practice, int trials) {
    static Welcome of(Protocol protocol) {
      return new Welcome(protocol.practice() > 0, protocol.practice(), protocol.trials());
    }
  }
}
