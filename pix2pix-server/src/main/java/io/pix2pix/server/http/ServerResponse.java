package io.pix2pix.server.http;

import com.google.common.collect.ImmutableMap;
import com.google.common.io.ByteSource;
import com.google.common.io.CharSource;
import java.nio.charset.StandardCharsets;
import org.eclipse.jetty.http.HttpStatus;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a client is answered. The front adds headers against misuse, which those given here replace:
 * nothing is kept in caches, and a page may load nothing and stand in no frame.
 *
 * @param status 200 to 599
 * @param type of the body, for example {@code image/png}
 * @param body is read once, when the answer is sent; it may be a file
 * @param headers further ones
 */
public record ServerResponse(
    int status, String type, ByteSource body, ImmutableMap<String, String> headers) {
  private static final JsonMapper JSON = JsonMapper.shared();

  /** Success. */
  public static ServerResponse of(String type, ByteSource body) {
    return new ServerResponse(200, type, body, ImmutableMap.of());
  }

  /** Success, with bytes. */
  public static ServerResponse of(String type, byte[] body) {
    return of(type, ByteSource.wrap(body));
  }

  /** Success, with text in UTF-8. */
  public static ServerResponse text(String type, String body) {
    return of(type + "; charset=utf-8", utf8(body));
  }

  /** A page. */
  public static ServerResponse html(String page) {
    return text("text/html", page);
  }

  /** Success, with what Jackson makes of a value. */
  public static ServerResponse json(Object value) {
    return of("application/json", utf8(JSON.writeValueAsString(value)));
  }

  /**
   * A refusal or a failure, as <a href="https://www.rfc-editor.org/rfc/rfc9457">RFC 9457</a> has
   * it.
   *
   * @param status 400 to 599
   * @param reason one sentence for whoever asked
   */
  public static ServerResponse problem(int status, String reason) {
    var body = new Problem(status, HttpStatus.getMessage(status), reason);
    return new ServerResponse(
        status, "application/problem+json", utf8(JSON.writeValueAsString(body)), ImmutableMap.of());
  }

  /** A refusal or a failure that its status says all of. */
  public static ServerResponse problem(int status) {
    return problem(status, HttpStatus.getMessage(status));
  }

  /** The same, with a further header. */
  public ServerResponse with(String header, String value) {
    var all = ImmutableMap.<String, String>builder().putAll(headers).put(header, value);
    return new ServerResponse(status, type, body, all.buildKeepingLast());
  }

  private static ByteSource utf8(String text) {
    return CharSource.wrap(text).asByteSource(StandardCharsets.UTF_8);
  }

  private record Problem(int status, String title, String detail) {}
}
