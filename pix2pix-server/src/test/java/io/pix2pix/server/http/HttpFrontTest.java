package io.pix2pix.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HttpFrontTest {
  private final HttpFront front =
      HttpFront.start(
          FrontSettings.at("127.0.0.1", 0),
          List.of(
              Route.get("/", HttpFrontTest::answerWithBody),
              Route.post("/", HttpFrontTest::answerWithBody)));

  @AfterEach
  void close() {
    front.close();
  }

  @Test
  void handlersReadTheBody() throws IOException {
    assertThat(ask("POST / HTTP/1.1", "Content-Length: 2", "{}"))
        .startsWith("HTTP/1.1 200")
        .endsWith("{}");
  }

  /** More often than there may be connections. */
  @ParameterizedTest
  @ValueSource(strings = {"Content-Length: 3", "Content-Length:+3", "Transfer-Encoding: chunked"})
  void clientsThatLeaveBeforeTheEndOfTheirRequestHoldNoConnection(String header)
      throws IOException {
    for (int i = 0; i <= HttpFront.CONNECTIONS; i++) {
      ask("POST / HTTP/1.1", header, "{}");
    }

    assertThat(ask("GET / HTTP/1.1", "Connection: close", "")).startsWith("HTTP/1.1 200");
  }

  private String ask(String request, String header, String body) throws IOException {
    int port = front.address().getPort();
    var text = String.join("\r\n", request, "Host: localhost:" + port, header, "", "").concat(body);
    try (var client = new Socket(InetAddress.getLoopbackAddress(), port)) {
      client.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
      client.shutdownOutput();
      return new String(client.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
    } catch (SocketException e) {
      return ""; // the server was first to close
    }
  }

  private static ServerResponse answerWithBody(ServerRequest request) {
    return ServerResponse.of("text/plain", request.body());
  }
}
