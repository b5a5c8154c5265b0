package io.pix2pix.cli;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;

/** A server of the files of a folder that knows nothing of them, their kinds neither. */
final class StaticFiles implements AutoCloseable {
  private final HttpServer server;
  private final Path folder;

  StaticFiles(Path folder) throws IOException {
    this.folder = folder;
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      var file = folder.resolve(exchange.getRequestURI().getPath().substring(1));
      boolean there = Files.isRegularFile(file);
      var headers = exchange.getResponseHeaders();
      if (file.toString().endsWith(".html")) {
        headers.set("Content-Type", "text/html");
      } else if (file.toString().endsWith(".css")) {
        headers.set("Content-Type", "text/css");
      }
      exchange.sendResponseHeaders(there ? 200 : 404, there ? Files.size(file) : -1);
      if (there) {
        Files.copy(file, exchange.getResponseBody());
      }
    }
  }

  URI address(String file) {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/" + file);
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
