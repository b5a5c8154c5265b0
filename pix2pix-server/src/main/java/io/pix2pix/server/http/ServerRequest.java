package io.pix2pix.server.http;

import com.google.common.base.Ascii;
import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.ImmutableMap;
import com.google.common.io.ByteSource;
import java.net.InetAddress;
import java.util.Optional;

/**
 * A request that has passed the front, with its whole body.
 *
 * @param method in capital letters
 * @param path in its canonical form, as it was encoded
 * @param variables of the route's path, decoded: for {@code /sessions/{token}}, that of {@code
 *     token}
 * @param query parameters, decoded
 * @param headers by their names in small letters
 * @param body empty if there was none
 * @param client address of the other end, which may be a proxy
 */
public record ServerRequest(
    String method,
    String path,
    ImmutableMap<String, String> variables,
    ImmutableListMultimap<String, String> query,
    ImmutableListMultimap<String, String> headers,
    ByteSource body,
    InetAddress client) {

  /** What stands in the path for a variable of the route. */
  public String variable(String name) {
    var value = variables.get(name);
    if (value == null) {
      throw new IllegalArgumentException("the route has no variable " + name);
    }
    return value;
  }

  /** The first value of a header. */
  public Optional<String> header(String name) {
    return headers.get(Ascii.toLowerCase(name)).stream().findFirst();
  }

  /**
   * The value of a query parameter.
   *
   * @throws ProblemException if it is given more than once
   */
  public Optional<String> parameter(String name) {
    var values = query.get(name);
    if (values.size() > 1) {
      throw new ProblemException(400, "the query has %s more than once".formatted(name));
    }
    return values.stream().findFirst();
  }

  /** The value of a cookie. */
  public Optional<String> cookie(String name) {
    return headers.get("cookie").stream()
        .flatMap(header -> Splitter.on(';').trimResults().splitToStream(header))
        .filter(cookie -> cookie.startsWith(name + "="))
        .map(cookie -> cookie.substring(name.length() + 1))
        .findFirst();
  }
}
