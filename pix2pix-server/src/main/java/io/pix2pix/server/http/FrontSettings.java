package io.pix2pix.server.http;

import com.google.common.collect.ImmutableList;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Where a front listens, and what it lets pass.
 *
 * @param host name or address that is listened at
 * @param port that is listened at; 0 for any that is free
 * @param furtherHosts names under which it may be asked besides its own, for example of a proxy
 * @param token that requests have to carry as {@code Authorization: Bearer}
 * @param connections at once; further ones wait to be accepted
 * @param bodiesAtOnce bytes of all bodies that are read or answered at one moment; more is answered
 *     with 503
 * @param grace in which requests are answered that were there when it is closed
 * @param accessLog whether every answer is logged, by the logger {@value HttpFront#ACCESS_LOG}
 * @param listener is told of every answer
 */
public record FrontSettings(
    String host,
    int port,
    ImmutableList<String> furtherHosts,
    Optional<String> token,
    int connections,
    long bodiesAtOnce,
    Duration grace,
    boolean accessLog,
    FrontListener listener) {

  /** With the bounds of {@link HttpFront}, a second of grace, no token and no access log. */
  public static FrontSettings at(String host, int port) {
    return new FrontSettings(
        host,
        port,
        ImmutableList.of(),
        Optional.empty(),
        HttpFront.CONNECTIONS,
        256L << 20,
        Duration.ofSeconds(1),
        false,
        FrontListener.NONE);
  }

  /** The same, asked under further names too. */
  public FrontSettings withHosts(List<String> names) {
    return new FrontSettings(
        host,
        port,
        ImmutableList.copyOf(names),
        token,
        connections,
        bodiesAtOnce,
        grace,
        accessLog,
        listener);
  }

  /** The same, with a token that requests have to carry. */
  public FrontSettings withToken(Optional<String> secret) {
    return new FrontSettings(
        host, port, furtherHosts, secret, connections, bodiesAtOnce, grace, accessLog, listener);
  }

  /** The same, with other bounds. */
  public FrontSettings withBounds(int most, long bodies, Duration end) {
    return new FrontSettings(
        host, port, furtherHosts, token, most, bodies, end, accessLog, listener);
  }

  /** The same, with every answer in the log. */
  public FrontSettings withAccessLog() {
    return new FrontSettings(
        host, port, furtherHosts, token, connections, bodiesAtOnce, grace, true, listener);
  }

  /** The same, telling somebody of every answer. */
  public FrontSettings withListener(FrontListener told) {
    return new FrontSettings(
        host, port, furtherHosts, token, connections, bodiesAtOnce, grace, accessLog, told);
  }
}
