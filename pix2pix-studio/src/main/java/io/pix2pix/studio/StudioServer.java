package io.pix2pix.studio;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.Ints;
import io.pix2pix.api.error.InvalidInputException;
import io.pix2pix.api.error.VisibleText;
import io.pix2pix.api.image.Image;
import io.pix2pix.api.image.Pixels;
import io.pix2pix.server.http.FrontSettings;
import io.pix2pix.server.http.HttpFront;
import io.pix2pix.server.http.ProblemException;
import io.pix2pix.server.http.Route;
import io.pix2pix.server.http.RouteHandler;
import io.pix2pix.server.http.ServerRequest;
import io.pix2pix.server.http.ServerResponse;
import io.pix2pix.train.run.Png;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Serves a studio to browsers.
 *
 * <pre>
 * GET  /                              the page, and the files that it is made of
 * GET  /api/studio                    what is drawn, and with what: {@link Description}
 * GET  /api/runs                      the runs as they are at the moment: {@link StudioRun.State}
 * GET  /api/examples/N/condition      a picture; also .../target
 * POST /api/condition                 the condition in a picture that was loaded
 * POST /api/runs/R/picture?...        what a run makes of a drawing
 * POST /api/runs/R/judgment?...       what its discriminator says of that: {@link DiscriminatorMap}
 * </pre>
 *
 * <p>The last two want {@code step}, {@code weights}, {@code statistics}, {@code noise} and {@code
 * draw}. What is refused has a reason, which the page shows. Few requests translate at a time; the
 * others wait for a while.
 *
 * <p>Safe for use by several threads.
 */
public final class StudioServer implements AutoCloseable {
  private static final int AT_ONCE = 2;
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final Studio studio;
  private final Semaphore places = new Semaphore(AT_ONCE, true);
  private final HttpFront front;

  private StudioServer(Studio studio, FrontSettings settings) {
    this.studio = studio;
    this.front = HttpFront.start(settings, routes());
  }

  /**
   * Starts to serve.
   *
   * @param studio stays open as long as it is served
   * @throws InvalidInputException if the address cannot be listened at
   */
  public static StudioServer start(Studio studio, FrontSettings settings) {
    return new StudioServer(studio, settings);
  }

  /** Where it listens. */
  public InetSocketAddress address() {
    return front.address();
  }

  @Override
  public void close() {
    front.close();
  }

  private ImmutableList<Route> routes() {
    return ImmutableList.<Route>builder()
        .addAll(PageFiles.routes())
        .add(Route.get("/api/studio", request -> ServerResponse.json(Description.of(studio))))
        .add(Route.get("/api/runs", request -> ServerResponse.json(Description.states(studio))))
        .add(Route.get("/api/examples/{number}/condition", answer(its -> example(its, 0))))
        .add(Route.get("/api/examples/{number}/target", answer(its -> example(its, 1))))
        .add(drawing("/api/condition", this::condition))
        .add(drawing("/api/runs/{run}/picture", this::picture))
        .add(drawing("/api/runs/{run}/judgment", this::judgment))
        .build();
  }

  private Route drawing(String path, RouteHandler handler) {
    return Route.post(path, answer(handler)).withBody(DrawnPicture.LARGEST, PATIENCE);
  }

  /** What is wrong with an input is told. */
  private static RouteHandler answer(RouteHandler handler) {
    return request -> {
      try {
        return handler.answer(request);
      } catch (InvalidInputException e) {
        throw new ProblemException(422, VisibleText.line(String.valueOf(e.getMessage())));
      }
    };
  }

  private ServerResponse example(ServerRequest request, int side) {
    return picture(studio.examples().pictures(number(request, "number")).get(side));
  }

  private ServerResponse condition(ServerRequest request) throws IOException {
    var loaded = drawing(request, 0);
    return inTurn(() -> picture(studio.condition(loaded)));
  }

  private ServerResponse picture(ServerRequest request) throws IOException {
    int run = number(request, "run");
    var drawing = drawing(request, run);
    var choice = GeneratorParameters.choice(request);
    long draw = GeneratorParameters.draw(request);
    return inTurn(() -> picture(studio.picture(run, choice, drawing, draw)));
  }

  private ServerResponse judgment(ServerRequest request) throws IOException {
    int run = number(request, "run");
    var drawing = drawing(request, run);
    var choice = GeneratorParameters.choice(request);
    long draw = GeneratorParameters.draw(request);
    return inTurn(() -> ServerResponse.json(studio.judgment(run, choice, drawing, draw)));
  }

  private Image drawing(ServerRequest request, int run) throws IOException {
    return new DrawnPicture(request.body()).read(studio.run(run).opened());
  }

  /** -1, which nothing has, where it is no number. */
  private static int number(ServerRequest request, String variable) {
    return Optional.ofNullable(Ints.tryParse(request.variable(variable))).orElse(-1);
  }

  private static ServerResponse picture(Image picture) {
    return ServerResponse.of("image/png", Png.encode(Pixels.toPicture(picture)));
  }

  private ServerResponse inTurn(Supplier<ServerResponse> work) {
    try {
      if (!places.tryAcquire(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
        throw new ProblemException(503, "the studio is busy; draw on to try again");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ProblemException(503, "the studio ends");
    }
    try {
      return work.get();
    } finally {
      places.release();
    }
  }
}
