package io.pix2pix.server.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.io.ByteSource;
import com.google.common.util.concurrent.Uninterruptibles;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RoutesTest {
  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static final int LARGE = 100_000;

  private final HttpFront front =
      HttpFront.start(
          FrontSettings.at("127.0.0.1", 0)
              .withToken(Optional.of("secret"))
              .withBounds(8, 2 * LARGE, Duration.ofSeconds(1)),
          List.of(
              Route.content("/", ServerResponse.html("<p>ä</p>")).withoutToken(),
              Route.get("/models/{name}", request -> said(request.variable("name"))),
              Route.delete(
                  "/models/{name}", request -> said("no more " + request.variable("name"))),
              Route.post("/models/{name}:translate", RoutesTest::translated)
                  .withBody(LARGE, Duration.ofSeconds(10)),
              Route.get("/query", request -> said(request.parameter("a").orElse("nothing"))),
              Route.get("/broken", request -> broken()),
              Route.get("/gone", request -> ServerResponse.of("image/png", new NoFile()))));

  @AfterEach
  void close() {
    front.close();
  }

  @ParameterizedTest
  @CsvSource({
    "GET, /models/facades, 200, facades",
    "GET, /models/a%20b, 200, a b",
    "DELETE, /models/facades, 200, no more facades",
    "POST, /models/facades:translate, 200, facades 0",
    "GET, /query?a=1%2B1, 200, 1+1",
    "GET, /query, 200, nothing",
    "GET, /query?a=1&a=2, 400, the query has a more than once",
    "GET, /models, 404, there is no such path",
    "GET, /models/, 404, there is no such path",
    "GET, /models/a/b, 404, there is no such path",
    "GET, /models/a:explain, 404, there is no such path",
    "PATCH, /models/a, 405, 'it takes DELETE, GET, HEAD alone'",
    "GET, /models/a:translate, 405, it takes POST alone",
    "GET, /broken, 500, Server Error",
    "GET, /gone, 500, Server Error",
  })
  void requestsReachTheHandlerOfTheirPathAndMethod(
      String method, String path, int status, String words) throws Exception {
    var answer = ask(method, path, "Bearer secret", new byte[0]);

    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(answer.body()).contains(words);
    assertThat(answer.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
    assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
  }

  @Test
  void refusalsAreProblemsInJson() throws Exception {
    var answer = ask("GET", "/nowhere", "Bearer secret", new byte[0]);

    assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
    assertThat(answer.body())
        .isEqualTo("{\"status\":404,\"title\":\"Not Found\",\"detail\":\"there is no such path\"}");
  }

  @Test
  void aHeadIsAnsweredAsItsGetWithoutTheBody() throws Exception {
    var answer = ask("HEAD", "/models/facades", "Bearer secret", new byte[0]);

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Content-Length")).contains("7");
    assertThat(answer.body()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"Bearer secret, 200", "Bearer secres, 401", "secret, 401", "Basic secret, 401"})
  void routesWantTheTokenUnlessTheyAreOpen(String credentials, int status) throws Exception {
    assertThat(ask("GET", "/models/a", credentials, new byte[0]).statusCode()).isEqualTo(status);
    assertThat(ask("GET", "/", credentials, new byte[0]).body()).isEqualTo("<p>ä</p>");
  }

  @Test
  void bodiesMayBeAsLargeAsTheirRouteSays() throws Exception {
    assertThat(ask("POST", "/models/a:translate", "Bearer secret", new byte[LARGE]).body())
        .isEqualTo("a 100000");
    assertThat(
            ask("POST", "/models/a:translate", "Bearer secret", new byte[LARGE + 1]).statusCode())
        .isEqualTo(413);
    assertThat(ask("DELETE", "/models/a", "Bearer secret", new byte[LARGE]).statusCode())
        .isEqualTo(413);
  }

  /** It is asked before the end begins, and answered after that. */
  @Test
  void whatWasAskedIsAnsweredAtTheEnd() throws Exception {
    var asked = new CountDownLatch(1);
    var ending = new CountDownLatch(1);
    var slow =
        HttpFront.start(
            FrontSettings.at("127.0.0.1", 0).withBounds(8, LARGE, Duration.ofSeconds(20)),
            List.of(
                Route.get(
                    "/",
                    request -> {
                      asked.countDown();
                      Uninterruptibles.awaitUninterruptibly(ending);
                      return said("at last");
                    })));
    var address = URI.create("http://127.0.0.1:" + slow.address().getPort());
    var answer =
        CLIENT.sendAsync(
            HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString());
    asked.await();
    var end = new Thread(slow::close);
    end.start();
    while (accepts(slow.address())) {
      Thread.onSpinWait();
    }
    // Longer than a silent connection is kept at the end.
    end.join(Duration.ofSeconds(1).toMillis());
    ending.countDown();

    assertThat(answer.get().body()).isEqualTo("at last");
    end.join();
  }

  private static boolean accepts(InetSocketAddress address) {
    try (var client = new Socket(address.getAddress(), address.getPort())) {
      return client.isConnected();
    } catch (IOException e) {
      return false;
    }
  }

  private HttpResponse<String> ask(String method, String path, String credentials, byte[] body)
      throws IOException, InterruptedException {
    var address = URI.create("http://127.0.0.1:" + front.address().getPort() + path);
    return CLIENT.send(
        HttpRequest.newBuilder(address)
            .header("Authorization", credentials)
            .method(
                method,
                body.length == 0
                    ? HttpRequest.BodyPublishers.noBody()
                    : HttpRequest.BodyPublishers.ofByteArray(body))
            .build(),
        HttpResponse.BodyHandlers.ofString(UTF_8));
  }

  private static ServerResponse said(String words) {
    return ServerResponse.of("text/plain", words.getBytes(UTF_8));
  }

  private static ServerResponse translated(ServerRequest request) throws IOException {
    return said(request.variable("name") + " " + request.body().size());
  }

  private static ServerResponse broken() {
    throw new IllegalStateException("a mistake, expected by a test");
  }

  /** A file that was removed after its route had found it. */
  private static final class NoFile extends ByteSource {
    @Override
    public InputStream openStream() throws IOException {
      throw new IOException("gone, expected by a test");
    }
  }
}
