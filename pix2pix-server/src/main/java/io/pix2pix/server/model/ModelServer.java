package io.pix2pix.server.model;

import com.google.common.io.Resources;
import io.pix2pix.api.error.InvalidInputException;
import io.pix2pix.server.http.FrontSettings;
import io.pix2pix.server.http.HttpFront;
import io.pix2pix.server.http.Route;
import io.pix2pix.server.http.ServerResponse;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Serves trained generators.
 *
 * <pre>
 * POST /v1/models/NAME:translate   a picture in, a picture out
 * GET  /v1/models                  all models
 * GET  /v1/models/NAME             one of them
 * GET  /healthz, /readyz           whether it lives, and whether all models are loaded
 * GET  /metrics                    for Prometheus
 * GET  /openapi.json               all of this for programs
 * </pre>
 *
 * <p>Safe for use by several threads.
 */
public final class ModelServer implements AutoCloseable {
  private static final Duration BODY_TIME = Duration.ofSeconds(30);
  private static final String JSON = "application/json";

  private final HttpFront front;
  private final Models models;
  private final TranslationQueue queue;
  private final AtomicBoolean closed = new AtomicBoolean();

  private ModelServer(HttpFront front, Models models, TranslationQueue queue) {
    this.front = front;
    this.models = models;
    this.queue = queue;
  }

  /**
   * Starts to listen. No model is ready before {@link #load}.
   *
   * @param runs each of another name
   * @throws InvalidInputException if two have one name, or the address cannot be listened at
   */
  public static ModelServer start(
      FrontSettings front, ServeSettings settings, List<ServedRun> runs) {
    requireNames(runs);
    var models = new Models(runs);
    var metrics = new ServerMetrics();
    var queue = new TranslationQueue(settings, metrics::onGroup);
    metrics.watch(queue::size);
    var translate = new TranslateHandler(models, queue, settings);
    try {
      var started =
          HttpFront.start(
              front.withListener(metrics), routes(models, metrics, translate, settings));
      return new ModelServer(started, models, queue);
    } catch (InvalidInputException e) {
      queue.close();
      throw e;
    }
  }

  private static void requireNames(List<ServedRun> runs) {
    var names = new HashSet<String>();
    for (var run : runs) {
      if (!names.add(run.name())) {
        throw new InvalidInputException(
            "%s: two models have this name; give NAME=RUN".formatted(run.name()));
      }
    }
  }

  private static List<Route> routes(
      Models models, ServerMetrics metrics, TranslateHandler translate, ServeSettings settings) {
    return List.of(
        Route.post("/v1/models/{name}:translate", translate)
            .withBody(settings.largestBody(), BODY_TIME),
        Route.get(
            "/v1/models",
            request ->
                ServerResponse.json(
                    new Listing(models.all().values().stream().map(Model::facts).toList()))),
        Route.get(
            "/v1/models/{name}",
            request -> ServerResponse.json(models.named(request.variable("name")).facts())),
        Route.get("/healthz", request -> ServerResponse.json(new State("ok"))).withoutToken(),
        Route.get("/readyz", request -> ready(models)).withoutToken(),
        Route.get("/metrics", request -> metrics.response()),
        Route.content(
            "/openapi.json",
            ServerResponse.of(
                JSON,
                Resources.asByteSource(Resources.getResource(ModelServer.class, "openapi.json")))));
  }

  private static ServerResponse ready(Models models) {
    models.all();
    return ServerResponse.json(new State("ready"));
  }

  /**
   * Loads all models.
   *
   * @throws InvalidInputException if one cannot be loaded
   */
  public void load() {
    models.load();
  }

  /** Where it listens. */
  public InetSocketAddress address() {
    return front.address();
  }

  /** Answers what was asked, for the grace of the front, and closes all models. */
  @Override
  public void close() {
    if (closed.getAndSet(true)) {
      return;
    }
    models.end();
    front.close();
    queue.close();
    models.close();
  }

  private record Listing(List<ModelFacts> models) {}

  private record State(String status) {}
}
