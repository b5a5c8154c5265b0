package io.pix2pix.bench.serving;

import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Asks for translations, and compares each with what its picture gave alone.
 *
 * <p>Safe for use by several threads.
 */
final class LoadClient {
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final ImmutableList<HttpRequest> requests;
  private final ImmutableList<byte[]> expected;
  private final AtomicLong answers = new AtomicLong();
  private final AtomicLong wrong = new AtomicLong();

  LoadClient(InetSocketAddress address, String model, List<byte[]> pictures) {
    var target =
        URI.create(
            "http://127.0.0.1:%d/v1/models/%s:translate".formatted(address.getPort(), model));
    requests =
        pictures.stream()
            .map(
                picture ->
                    HttpRequest.newBuilder(target)
                        .header("Content-Type", "image/png")
                        .POST(HttpRequest.BodyPublishers.ofByteArray(picture))
                        .build())
            .collect(ImmutableList.toImmutableList());
    expected = requests.stream().map(this::alone).collect(ImmutableList.toImmutableList());
  }

  private byte[] alone(HttpRequest request) {
    try {
      var answer = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
      if (answer.statusCode() != 200) {
        throw new IllegalStateException("answered with " + answer.statusCode());
      }
      return answer.body();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /**
   * Asks for one picture.
   *
   * @return completed when the answer is there and was compared
   */
  CompletableFuture<Void> ask(int number) {
    int picture = number % requests.size();
    return http.sendAsync(requests.get(picture), HttpResponse.BodyHandlers.ofByteArray())
        .handle(
            (answer, failure) -> {
              answers.incrementAndGet();
              if (failure != null || !Arrays.equals(answer.body(), expected.get(picture))) {
                wrong.incrementAndGet();
              }
              return null;
            });
  }

  long answers() {
    return answers.get();
  }

  long wrong() {
    return wrong.get();
  }
}
