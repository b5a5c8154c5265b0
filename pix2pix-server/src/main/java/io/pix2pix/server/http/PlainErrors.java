package io.pix2pix.server.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;

/** Answers what Jetty refuses itself as the front does; nothing of a request is repeated. */
final class PlainErrors extends ErrorHandler {
  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    var body = body(response.getStatus(), response.getHeaders());
    response.write(true, body, callback);
    return true;
  }

  private static ByteBuffer body(int status, HttpFields.Mutable headers) {
    try {
      var problem = ServerResponse.problem(status);
      var bytes = problem.body().read();
      ResponseHeaders.put(problem, bytes.length, headers);
      headers.put(HttpHeader.CONNECTION, "close");
      return ByteBuffer.wrap(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
