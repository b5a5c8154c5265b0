package io.pix2pix.server.http;

import java.io.IOException;

/**
 * Answers the requests of a route. Is called by several threads at once, each of which may wait.
 */
@FunctionalInterface
public interface RouteHandler {
  /**
   * The answer to a request, whose body has been read.
   *
   * @throws ProblemException to answer with a status of 400 or more, and a reason
   * @throws IOException if something cannot be read; is logged, and answered with 500
   */
  ServerResponse answer(ServerRequest request) throws IOException;
}
