package io.pix2pix.server.http;

/**
 * Ends a request with a status and a reason that the client is told.
 *
 * <p>Immutable.
 */
public final class ProblemException extends RuntimeException {
  private final transient ServerResponse response;

  /**
   * @param status 400 to 599
   * @param reason one sentence for whoever asked: what is wrong, and what would be right
   */
  public ProblemException(int status, String reason) {
    this(ServerResponse.problem(status, reason), reason);
  }

  private ProblemException(ServerResponse response, String reason) {
    super(reason);
    this.response = response;
  }

  /** The same, with a further header, for example {@code Retry-After}. */
  public ProblemException with(String header, String value) {
    return new ProblemException(response.with(header, value), String.valueOf(getMessage()));
  }

  /** What the client is told. */
  public ServerResponse response() {
    return response;
  }
}
