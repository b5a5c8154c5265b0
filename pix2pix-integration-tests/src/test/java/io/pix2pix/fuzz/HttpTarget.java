package io.pix2pix.fuzz;

import com.google.common.base.Suppliers;
import io.pix2pix.bench.perception.PerceptionServer;
import io.pix2pix.bench.perception.ServedStudy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Supplier;

/** What a client sends to the server of a perceptual study, over a socket. */
final class HttpTarget {
  private static final Supplier<PerceptionServer> SERVER = Suppliers.memoize(HttpTarget::serve);
  private static final int PATIENCE = 20_000;

  /** Stands in inputs for the port, which no input can know. */
  private static final String PORT = "8080";

  private HttpTarget() {}

  static FuzzTarget target() {
    return new FuzzTarget("http", "request.txt", HttpTarget::send);
  }

  /** To be called last. */
  static void stop() {
    SERVER.get().close();
  }

  private static PerceptionServer serve() {
    try {
      var folder = Files.createTempDirectory("fuzz-study");
      return PerceptionServer.start(ServedStudy.in(folder, 1, 2), "127.0.0.1", 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Any request may be refused, but the next one that is right is answered. */
  private static void send(Path file) throws IOException {
    var request = Files.readString(file, StandardCharsets.ISO_8859_1);
    var answer = answerIfAny(request);
    if (!answer.isEmpty() && !answer.matches("(?s)HTTP/1\\.1 ([1-4]\\d\\d|501) .*")) {
      throw new AssertionError("answered with " + answer.lines().findFirst().orElse(""));
    }
    long start = System.nanoTime();
    var next = answer("GET / HTTP/1.1\r\nHost: localhost:8080\r\nConnection: close\r\n\r\n");
    if (!next.startsWith("HTTP/1.1 200 ")) {
      throw new AssertionError(
          "then answered, after %.1f s, with \"%s\""
              .formatted((System.nanoTime() - start) / 1e9, next.lines().findFirst().orElse("")));
    }
  }

  private static String answerIfAny(String request) throws IOException {
    try {
      return answer(request);
    } catch (SocketException e) {
      return ""; // the server was first to close
    }
  }

  private static String answer(String request) throws IOException {
    int port = SERVER.get().address().getPort();
    try (var client = new Socket(InetAddress.getLoopbackAddress(), port)) {
      client.setSoTimeout(PATIENCE);
      // Thousands of requests a second would use up the ports that wait after a usual close.
      client.setSoLinger(true, 0);
      var text = request.replace(PORT, String.valueOf(port));
      client.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
      client.shutdownOutput();
      return new String(client.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
    }
  }
}
