package io.pix2pix.server.http;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Clients that speak as no browser does, over sockets. */
@Timeout(120)
class HttpFrontIT {
  private static final int SLOW = 100;
  private static final ServerResponse NOTHING = ServerResponse.of("text/plain", new byte[0]);

  private HttpFront front;
  private int port;

  @BeforeEach
  void serve() {
    front =
        HttpFront.start(
            FrontSettings.at("127.0.0.1", 0).withHosts(List.of("study.example")),
            List.of(Route.get("/", request -> NOTHING), Route.post("/", request -> NOTHING)));
    port = front.address().getPort();
  }

  @AfterEach
  void stop() {
    front.close();
  }

  /** A page of elsewhere whose name was changed to lead here is asked for under that name. */
  @Test
  void answersUnderItsOwnNamesAlone() throws IOException {
    assertThat(get("Host: 127.0.0.1:" + port)).isEqualTo(200);
    assertThat(get("Host: LOCALHOST:" + port)).isEqualTo(200);
    assertThat(get("Host: [0:0:0:0:0:0:0:1]:" + port)).isEqualTo(200);
    assertThat(get("Host: study.example")).isEqualTo(200);
    assertThat(get("Host: evil.example:" + port)).isEqualTo(421);
    assertThat(get("Host: localhost.evil.example:" + port)).isEqualTo(421);
    assertThat(get("Host: localhost")).isEqualTo(421);
    // No name at all, which the library refuses before the front is asked.
    assertThat(get("Host: localhost:" + port + "@evil.example")).isEqualTo(400);
    assertThat(get("Host: \u001b[31m")).isIn(400, 421);
    assertThat(get("Host: localhost:" + port + "\r\nHost: evil.example")).isEqualTo(400);
    assertThat(get("Accept: */*")).isEqualTo(400);
  }

  @Test
  void refusesWhatPagesOfElsewhereAsk() throws IOException {
    var own = "Host: localhost:" + port + "\r\n";

    assertThat(post(own + "Origin: http://localhost:" + port)).isEqualTo(200);
    assertThat(post(own + "Origin: https://study.example")).isEqualTo(200);
    assertThat(post(own + "Origin: http://evil.example")).isEqualTo(403);
    assertThat(post(own + "Origin: http://localhost:1")).isEqualTo(403);
    assertThat(post(own + "Origin: null")).isEqualTo(403);
    assertThat(post(own + "Sec-Fetch-Site: cross-site")).isEqualTo(403);
    assertThat(post(own + "Sec-Fetch-Site: same-origin")).isEqualTo(200);
    // A link to the page may stand anywhere.
    assertThat(get(own + "Sec-Fetch-Site: cross-site")).isEqualTo(200);
  }

  @Test
  void refusesBodiesThatNoHandlerReads() throws IOException {
    var own = "Host: localhost:" + port + "\r\n";

    assertThat(post(own + "Content-Length: 99999999999")).isEqualTo(413);
    assertThat(post(own + "Content-Length: 1000000")).isEqualTo(413);
    assertThat(post(own + "Transfer-Encoding: chunked")).isEqualTo(413);
  }

  @Test
  void cutsAHeadThatHasNoEnd() throws IOException {
    try (var client = connected()) {
      var much = "a".repeat(1 << 16).getBytes(US_ASCII);
      assertThatThrownBy(
              () -> {
                for (int i = 0; i < 4096; i++) {
                  client.getOutputStream().write(much);
                }
              })
          .isInstanceOf(IOException.class);
    }
  }

  /** A hundred that send half a head, and a hundred that say nothing. */
  @Test
  void answersOthersBesideSlowClientsAndLeavesThese() throws IOException {
    var slow = new ArrayList<Socket>();
    try {
      for (int i = 0; i < SLOW; i++) {
        slow.add(connected());
        slow.add(connected());
        send(slow.get(2 * i), "POST / HTTP/1.1\r\nHost: loc");
      }
      long before = System.nanoTime();
      assertThat(get("Host: localhost:" + port)).isEqualTo(200);
      assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(5));
      for (var client : slow) {
        assertThat(isLeft(client)).isTrue();
      }
    } finally {
      for (var client : slow) {
        client.close();
      }
    }
  }

  /** A byte every second is not silence; the whole request takes too long. */
  @Test
  void leavesClientsThatSendABodyByteByByte() throws Exception {
    try (var client = connected()) {
      send(client, "POST / HTTP/1.1\r\nHost: localhost:" + port + "\r\nContent-Length: 60\r\n\r\n");
      client.setSoTimeout(1000);
      int sent = 0;
      while (sent < 60 && !hasAnswered(client)) {
        send(client, "a");
        sent++;
      }

      assertThat(sent).isBetween(HttpFront.REQUEST_SECONDS - 2, HttpFront.REQUEST_SECONDS + 20);
    } catch (IOException e) {
      // The server was first to close.
    }
  }

  private static boolean hasAnswered(Socket client) throws IOException {
    try {
      client.getInputStream().read();
      return true;
    } catch (SocketTimeoutException e) {
      return false;
    }
  }

  @Test
  void endsWhileClientsAreConnected() throws IOException {
    try (var silent = connected();
        var half = connected()) {
      send(half, "GET / HT");
      long before = System.nanoTime();
      front.close();

      assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(8));
      assertThat(isLeft(silent)).isTrue();
      assertThatThrownBy(this::connected).isInstanceOf(IOException.class);
    }
  }

  /** The end of a connection is told politely, or by a reset. */
  private static boolean isLeft(Socket client) {
    try {
      return client.getInputStream().read() < 0;
    } catch (SocketTimeoutException e) {
      return false;
    } catch (IOException e) {
      return true;
    }
  }

  private int get(String headers) throws IOException {
    return status("GET / HTTP/1.1\r\n" + headers);
  }

  private int post(String headers) throws IOException {
    return status("POST / HTTP/1.1\r\n" + headers);
  }

  private int status(String request) throws IOException {
    try (var client = connected()) {
      send(client, request + "\r\n\r\n");
      var answer = new String(client.getInputStream().readNBytes(12), US_ASCII);
      assertThat(answer).startsWith("HTTP/1.1 ");
      return Integer.parseInt(answer.substring(9));
    }
  }

  private Socket connected() throws IOException {
    var client = new Socket(InetAddress.getLoopbackAddress(), port);
    client.setSoTimeout((int) Duration.ofSeconds(60).toMillis());
    return client;
  }

  private static void send(Socket client, String text) throws IOException {
    client.getOutputStream().write(text.getBytes(US_ASCII));
    client.getOutputStream().flush();
  }
}
