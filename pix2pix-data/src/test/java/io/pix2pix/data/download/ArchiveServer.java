package io.pix2pix.data.download;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A server of one file that can misbehave. */
final class ArchiveServer implements AutoCloseable {
  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  final List<String> asked = Collections.synchronizedList(new ArrayList<>());
  volatile byte[] content;
  volatile String tag = "\"one\"";

  /** Bytes after which the connection breaks off, once for each element. */
  final List<Integer> breaks = Collections.synchronizedList(new ArrayList<>());

  /** What is answered instead of the file, once each. */
  final List<Integer> refusals = Collections.synchronizedList(new ArrayList<>());

  volatile boolean ignoresRange;
  volatile boolean hasNoValidators;
  volatile int lie;

  /** How long nothing comes before a connection breaks off. */
  volatile long pauseMillis;

  volatile int status = 200;

  ArchiveServer(byte[] content) throws IOException {
    this.content = content;
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext("/set.tar.gz", this::answer);
    server.createContext(
        "/moved.tar.gz",
        exchange -> {
          exchange.getResponseHeaders().set("Location", address().toString());
          exchange.sendResponseHeaders(302, -1);
          exchange.close();
        });
    server.start();
  }

  URI address() {
    return at("set.tar.gz");
  }

  URI at(String name) {
    return URI.create("http://localhost:" + server.getAddress().getPort() + "/" + name);
  }

  private void answer(HttpExchange exchange) throws IOException {
    var headers = exchange.getRequestHeaders();
    var range = String.valueOf(headers.getFirst("Range"));
    asked.add(range + " " + headers.getFirst("If-Range"));
    int answered = refusals.isEmpty() ? status : refusals.remove(0);
    if (answered != 200) {
      exchange.sendResponseHeaders(answered, -1);
      exchange.close();
      return;
    }
    boolean goesOn =
        range.startsWith("bytes=") && !ignoresRange && tag.equals(headers.getFirst("If-Range"));
    int start = goesOn ? Integer.parseInt(range.replaceAll("\\D", "")) : 0;
    if (!hasNoValidators) {
      exchange.getResponseHeaders().set("ETag", tag);
    }
    if (goesOn && start >= content.length) {
      exchange.getResponseHeaders().set("Content-Range", "bytes */" + content.length);
      exchange.sendResponseHeaders(416, -1);
    } else {
      send(exchange, goesOn, start);
    }
    exchange.close();
  }

  private void send(HttpExchange exchange, boolean goesOn, int start) throws IOException {
    int end = content.length;
    if (goesOn) {
      exchange
          .getResponseHeaders()
          .set("Content-Range", "bytes %d-%d/%d".formatted(start, end - 1, end));
    }
    int stop = breaks.isEmpty() ? end : Math.min(end, breaks.remove(0));
    exchange.sendResponseHeaders(goesOn ? 206 : 200, (long) end - start + lie);
    try (var out = exchange.getResponseBody()) {
      out.write(content, start, Math.max(0, stop - start));
      out.flush();
      Thread.sleep(stop < end ? pauseMillis : 0);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (IOException e) {
      exchange.close(); // Fewer bytes were sent than announced: that is what is tested.
    }
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
