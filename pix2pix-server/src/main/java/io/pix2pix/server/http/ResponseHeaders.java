package io.pix2pix.server.http;

import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;

/** What every answer says to browsers, so that it cannot be used against whoever looks at it. */
final class ResponseHeaders {
  private static final String NOTHING = "default-src 'none'; frame-ancestors 'none'";

  private ResponseHeaders() {}

  static void put(ServerResponse answer, int length, HttpFields.Mutable headers) {
    headers.put(HttpHeader.CONTENT_TYPE, answer.type());
    headers.put(HttpHeader.CONTENT_LENGTH, length);
    putDefaults(headers);
    answer.headers().forEach(headers::put);
  }

  static void putDefaults(HttpFields.Mutable headers) {
    headers.put(HttpHeader.CACHE_CONTROL, "no-store");
    headers.put("Content-Security-Policy", NOTHING);
    headers.put("Referrer-Policy", "no-referrer");
    headers.put("X-Content-Type-Options", "nosniff");
  }
}
