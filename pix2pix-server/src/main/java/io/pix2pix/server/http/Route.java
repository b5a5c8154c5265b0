package io.pix2pix.server.http;

import java.time.Duration;

/**
 * Which requests a handler answers, and how large they may be.
 *
 * @param method {@code GET}, which stands for {@code HEAD} too, {@code POST}, {@code PUT} or {@code
 *     DELETE}
 * @param path starts with a slash; {@code {name}} in it stands for any text without slashes and
 *     colons
 * @param largestBody bytes of a request's body; more is answered with 413
 * @param bodyTime in which it has to have been sent once its head is there
 * @param open whether it is answered without the token of the front
 * @param handler answers
 */
public record Route(
    String method,
    String path,
    int largestBody,
    Duration bodyTime,
    boolean open,
    RouteHandler handler) {

  /** Reads: it changes nothing, as links of elsewhere may lead to it. */
  public static Route get(String path, RouteHandler handler) {
    return of("GET", path, handler);
  }

  /** Changes something, or takes a body. */
  public static Route post(String path, RouteHandler handler) {
    return of("POST", path, handler);
  }

  /** Puts something in a place. */
  public static Route put(String path, RouteHandler handler) {
    return of("PUT", path, handler);
  }

  /** Removes something. */
  public static Route delete(String path, RouteHandler handler) {
    return of("DELETE", path, handler);
  }

  /** The same content for everyone, for example a page, a script or a picture of a program. */
  public static Route content(String path, ServerResponse content) {
    return get(path, request -> content);
  }

  /**
   * The same, for larger bodies.
   *
   * @param bytes of a body at most
   * @param time in which it has to have been sent
   */
  public Route withBody(int bytes, Duration time) {
    return new Route(method, path, bytes, time, open, handler);
  }

  /** The same, without the token of the front: for what tells nothing, such as {@code /healthz}. */
  public Route withoutToken() {
    return new Route(method, path, largestBody, bodyTime, true, handler);
  }

  private static Route of(String method, String path, RouteHandler handler) {
    return new Route(
        method,
        path,
        HttpFront.LARGEST_REQUEST,
        Duration.ofSeconds(HttpFront.REQUEST_SECONDS),
        false,
        handler);
  }
}
