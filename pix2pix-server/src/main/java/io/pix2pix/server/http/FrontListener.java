package io.pix2pix.server.http;

import java.time.Duration;

/** Is told what a front answers; by several threads at once. */
@FunctionalInterface
public interface FrontListener {
  /** Nobody. */
  FrontListener NONE = (method, route, status, time) -> {};

  /**
   * After each answer.
   *
   * @param method of the route; {@code -} where none was found
   * @param route its path, as it was given, with its variables; {@code -} where none was found
   * @param status of the answer
   * @param time since the head of the request was there
   */
  void onAnswered(String method, String route, int status, Duration time);
}
