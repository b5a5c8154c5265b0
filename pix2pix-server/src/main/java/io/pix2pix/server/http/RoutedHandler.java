package io.pix2pix.server.http;

import com.google.common.base.Ascii;
import com.google.common.collect.ImmutableListMultimap;
import com.google.common.io.ByteSource;
import io.pix2pix.server.http.RouteTable.Place;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.function.BiConsumer;
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.Promise;
import org.eclipse.jetty.util.thread.Invocable;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Leads a request through the gate to the handler of its route. No thread waits for what a client
 * sends or takes.
 *
 * <p>Safe for use by several threads.
 */
final class RoutedHandler extends Handler.Abstract {
  private static final Logger LOG = LoggerFactory.getLogger(HttpFront.class);
  private static final String ROUTE = RoutedHandler.class.getName();

  private final RouteTable routes;
  private final Gate gate;
  private final Deadlines deadlines;
  private final BodyBudget budget;
  private final FrontListener listener;

  RoutedHandler(RouteTable routes, Gate gate, Deadlines deadlines, FrontSettings settings) {
    this.routes = routes;
    this.gate = gate;
    this.deadlines = deadlines;
    this.budget = new BodyBudget(settings.bodiesAtOnce());
    this.listener = settings.listener();
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    Request.addCompletionListener(request, failure -> end(request, response));
    try {
      gate.check(request);
      var path = Request.getPathInContext(request);
      var place =
          routes.place(path).orElseThrow(() -> new ProblemException(404, "there is no such path"));
      var route = route(place, request);
      request.setAttribute(ROUTE, route);
      gate.checkToken(route, request);
      int length = Gate.length(route, request);
      budget.take(length);
      Request.addCompletionListener(request, failure -> budget.giveBack(length));
      deadlines.await(client(request), route.bodyTime());
      read(
          request,
          length,
          (body, failure) ->
              getServer()
                  .getThreadPool()
                  .execute(() -> answer(place, route, body, failure, request, response, callback)));
    } catch (ProblemException e) {
      refuse(e, response, callback);
    }
    return true;
  }

  private void end(Request request, Response response) {
    deadlines.awaitRequest(client(request));
    var time = Duration.ofNanos(System.nanoTime() - request.getHeadersNanoTime());
    var route = (Route) request.getAttribute(ROUTE);
    if (route == null) {
      listener.onAnswered("-", "-", response.getStatus(), time);
    } else {
      listener.onAnswered(route.method(), route.path(), response.getStatus(), time);
    }
  }

  private static Route route(Place place, Request request) {
    return place
        .route(request.getMethod())
        .orElseThrow(
            () ->
                new ProblemException(405, "it takes %s alone".formatted(place.allowed()))
                    .with("Allow", place.allowed()));
  }

  private static void read(Request request, int length, BiConsumer<byte[], Throwable> then) {
    if (length == 0) {
      then.accept(new byte[0], null);
    } else {
      var promise = Promise.Invocable.from(Invocable.InvocationType.NON_BLOCKING, then);
      Content.Source.asByteArrayAsync(request, length, promise);
    }
  }

  private void answer(
      Place place,
      Route route,
      byte[] body,
      @Nullable Throwable failure,
      Request request,
      Response response,
      Callback callback) {
    deadlines.cancel(client(request));
    if (failure != null) {
      callback.failed(new HttpException.RuntimeException(400, "the body has no end", failure));
      return;
    }
    send(response(place, route, body, request), response, callback);
  }

  private static ServerResponse response(Place place, Route route, byte[] body, Request request) {
    try {
      return route.handler().answer(translated(place, body, request));
    } catch (ProblemException e) {
      return e.response();
    } catch (HttpException.RuntimeException e) {
      return ServerResponse.problem(e.getCode());
    } catch (RuntimeException | IOException e) {
      LOG.error("{} {}: {}", route.method(), route.path(), String.valueOf(e.getMessage()), e);
      return ServerResponse.problem(500);
    }
  }

  private static ServerRequest translated(Place place, byte[] body, Request request) {
    var path = Request.getPathInContext(request);
    var query = ImmutableListMultimap.<String, String>builder();
    for (var field : Request.extractQueryParameters(request)) {
      query.putAll(field.getName(), field.getValues());
    }
    var headers = ImmutableListMultimap.<String, String>builder();
    for (var field : request.getHeaders()) {
      headers.put(Ascii.toLowerCase(field.getName()), field.getValue());
    }
    var client = (InetSocketAddress) client(request).getRemoteSocketAddress();
    return new ServerRequest(
        request.getMethod(),
        path,
        place.template().values(path),
        query.build(),
        headers.build(),
        ByteSource.wrap(body),
        client.getAddress());
  }

  /** Nothing of the body is read: its connection can serve no other request. */
  private void refuse(ProblemException problem, Response response, Callback callback) {
    var answer = problem.response();
    boolean bodiless = response.getRequest().getLength() <= 0;
    send(bodiless ? answer : answer.with("Connection", "close"), response, callback);
  }

  private void send(ServerResponse answer, Response response, Callback callback) {
    byte[] body;
    try {
      body = answer.body().read();
    } catch (IOException e) {
      LOG.error("{}: {}", Request.getPathInContext(response.getRequest()), e.getMessage());
      send(ServerResponse.problem(500), response, callback);
      return;
    }
    ResponseHeaders.put(answer, body.length, response.getHeaders());
    response.setStatus(answer.status());
    deadlines.await(client(response.getRequest()), Duration.ofSeconds(HttpFront.ANSWER_SECONDS));
    response.write(true, ByteBuffer.wrap(body), callback);
  }

  private static EndPoint client(Request request) {
    return request.getConnectionMetaData().getConnection().getEndPoint();
  }
}
