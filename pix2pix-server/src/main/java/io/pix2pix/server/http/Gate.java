package io.pix2pix.server.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.pix2pix.api.error.VisibleText;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.server.Request;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Refuses requests for what their heads say, before anything of their bodies is read.
 *
 * <p>Safe for use by several threads.
 */
final class Gate {
  private static final Logger LOG = LoggerFactory.getLogger(HttpFront.class);
  private static final int MOST_HEADERS = 100;
  private static final int TOLD = 10;
  private static final int SHOWN = 100;
  private static final int MISDIRECTED = 421;
  private static final int TOO_MANY_HEADERS = 431;

  private final AllowedHosts hosts;
  private final Optional<byte[]> credentials;
  private final AtomicInteger told = new AtomicInteger();

  Gate(AllowedHosts hosts, Optional<String> token) {
    this.hosts = hosts;
    this.credentials = token.map(secret -> ("Bearer " + secret).getBytes(UTF_8));
  }

  /**
   * Lets a request pass whose server and origin are this one's.
   *
   * @throws ProblemException if not
   */
  void check(Request request) {
    var headers = request.getHeaders();
    var host = only(headers, HttpHeader.HOST);
    if (headers.size() > MOST_HEADERS) {
      throw new ProblemException(TOO_MANY_HEADERS, "there are more than 100 headers");
    } else if (host.isEmpty()) {
      throw new ProblemException(400, "there has to be one Host");
    } else if (!hosts.isHost(host.get())) {
      tell("a request for the host {} was refused; if it is this server's name, allow it", host);
      throw new ProblemException(MISDIRECTED, "this server has another name");
    } else if (isFromElsewhere(request, headers)) {
      tell("a request from a page of {} was refused", only(headers, HttpHeader.ORIGIN));
      throw new ProblemException(403, "a page of another server asked");
    }
  }

  /**
   * Lets a request pass that the token allows, or that needs none.
   *
   * @throws ProblemException if it is refused
   */
  void checkToken(Route route, Request request) {
    if (credentials.isEmpty() || route.open()) {
      return;
    }
    var given = only(request.getHeaders(), HttpHeader.AUTHORIZATION).orElse("");
    if (!MessageDigest.isEqual(credentials.get(), given.getBytes(UTF_8))) {
      throw new ProblemException(401, "give the token, as in Authorization: Bearer TOKEN")
          .with("WWW-Authenticate", "Bearer");
    }
  }

  /**
   * The length of the body that a request announces.
   *
   * @throws ProblemException if it is more than the route takes, or is not told before
   */
  static int length(Route route, Request request) {
    var headers = request.getHeaders();
    long length = headers.getLongField(HttpHeader.CONTENT_LENGTH);
    if (headers.contains(HttpHeader.TRANSFER_ENCODING)) {
      throw new ProblemException(413, "a body has to have a Content-Length");
    } else if (length > route.largestBody()) {
      throw new ProblemException(
          413, "the body has %d bytes; it may have %d".formatted(length, route.largestBody()));
    }
    return Math.toIntExact(Math.max(0, length));
  }

  /**
   * Browsers say from where what changes something is asked; links from elsewhere may lead here.
   */
  private boolean isFromElsewhere(Request request, HttpFields headers) {
    if (headers.contains(HttpHeader.ORIGIN)
        && only(headers, HttpHeader.ORIGIN).filter(hosts::isOrigin).isEmpty()) {
      return true;
    }
    var site = headers.get("Sec-Fetch-Site");
    boolean reads = HttpMethod.GET.is(request.getMethod());
    return !reads && site != null && !site.equals("same-origin") && !site.equals("none");
  }

  private static Optional<String> only(HttpFields headers, HttpHeader name) {
    var values = headers.getValuesList(name);
    return values.size() == 1 ? Optional.of(values.get(0)) : Optional.empty();
  }

  /** Whoever floods the server must not flood the log. */
  private void tell(String words, Optional<String> from) {
    if (told.incrementAndGet() <= TOLD) {
      var text = VisibleText.line(from.orElse("an unknown origin"));
      LOG.warn(words, text.substring(0, Math.min(SHOWN, text.length())));
    }
  }
}
