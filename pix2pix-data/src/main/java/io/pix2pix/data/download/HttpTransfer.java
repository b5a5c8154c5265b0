package io.pix2pix.data.download;

import io.pix2pix.api.error.InvalidInputException;
import io.pix2pix.api.progress.ProgressListener.Progress;
import io.pix2pix.data.download.PartialFile.Description;
import java.io.IOException;
import java.io.InputStream;
import java.net.ProxySelector;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Asks a server for a file, or for the rest of it.
 *
 * @param address of the file
 * @param part takes the bytes
 * @param patience for which nothing may come
 */
record HttpTransfer(URI address, PartialFile part, Duration patience) {
  private static final int OK = 200;
  private static final int PARTIAL = 206;
  private static final int NOT_SATISFIABLE = 416;
  private static final int TOO_MANY_REQUESTS = 429;
  private static final int BUFFER = 1 << 16;
  private static final Pattern RANGE = Pattern.compile("bytes (?:(\\d+)-\\d+|\\*)/(\\d+|\\*)");
  private static final HttpClient CLIENT =
      HttpClient.newBuilder()
          .followRedirects(Redirect.NORMAL)
          .connectTimeout(Duration.ofSeconds(30))
          .proxy(ProxySelector.getDefault())
          .build();

  /** How a try ended. */
  enum End {
    /** All is there. */
    COMPLETE,
    /** The connection broke off; the rest can be asked for. */
    BROKEN,
    /** What is there does not go with what the server has: it must begin anew. */
    CHANGED
  }

  /** What is told while it goes on. */
  interface Listener {
    /** The size is known, before anything is taken. */
    void onLength(long length);

    /** Something that a user should know. */
    void onNote(String note);
  }

  /**
   * One try.
   *
   * @throws InvalidInputException if the server has no such file
   * @throws IOException if the connection breaks before an answer, the server is busy, or the disk
   *     does not take it
   */
  End attempt(Progress progress, Listener listener) throws IOException, InterruptedException {
    long there = part.size();
    var known = part.description(address);
    var validator = known.flatMap(Description::validator).filter(value -> there > 0);
    var request = HttpRequest.newBuilder(address).timeout(patience);
    validator.ifPresent(
        value -> request.header("Range", "bytes=" + there + "-").header("If-Range", value));
    var response = CLIENT.send(request.build(), BodyHandlers.ofInputStream());
    try (var body = response.body()) {
      return switch (response.statusCode()) {
        case OK -> whole(response, body, there, progress, listener);
        case PARTIAL -> rest(response, body, there, known, progress, listener);
        case NOT_SATISFIABLE -> beyond(response, there, known, listener);
        case TOO_MANY_REQUESTS, 500, 502, 503, 504 -> throw new BusyServer(response.statusCode());
        default -> throw refused(response.statusCode());
      };
    }
  }

  private InvalidInputException refused(int status) {
    var words =
        status == 404 || status == 410
            ? "there is no such file on the server"
            : status / 100 == 3
                ? "the server leads in a circle, or to no address of the web (status %d)"
                    .formatted(status)
                : "the server answers with status " + status;
    return new InvalidInputException(
        "%s: %s; try again later, or name a mirror with --from URL".formatted(address, words));
  }

  private End whole(
      HttpResponse<?> response, InputStream body, long there, Progress progress, Listener listener)
      throws IOException {
    if (there > 0) {
      listener.onNote(
          "The server sends all of it anew: it has another file now, or cannot go on in the"
              + " middle.");
    }
    var length = length(response.headers());
    length.ifPresent(listener::onLength);
    part.begin(new Description(address, validator(response.headers()), length));
    return take(body, 0, length, progress);
  }

  private End rest(
      HttpResponse<?> response,
      InputStream body,
      long there,
      Optional<Description> known,
      Progress progress,
      Listener listener)
      throws IOException {
    var range = RANGE.matcher(response.headers().firstValue("Content-Range").orElse(""));
    boolean fits = range.matches() && Long.toString(there).equals(range.group(1));
    var total = fits ? number(range.group(2)) : Optional.<Long>empty();
    var expected = known.flatMap(Description::length);
    if (!fits || (total.isPresent() && expected.isPresent() && !total.equals(expected))) {
      return End.CHANGED;
    }
    var length = total.or(() -> expected);
    length.ifPresent(listener::onLength);
    return take(body, there, length, progress);
  }

  /** Nothing is missing, if what is there is as long as the server's file. */
  private End beyond(
      HttpResponse<?> response, long there, Optional<Description> known, Listener listener) {
    if (there == 0) {
      throw refused(NOT_SATISFIABLE); // Nobody asked for a part of it.
    }
    var range = RANGE.matcher(response.headers().firstValue("Content-Range").orElse(""));
    boolean isAll = range.matches() && Long.toString(there).equals(range.group(2));
    known
        .flatMap(Description::length)
        .filter(announced -> isAll && announced != there)
        .ifPresent(
            announced ->
                listener.onNote(
                    String.format(
                        Locale.ROOT,
                        "The server announced %,d bytes, but says now that %,d are all.",
                        announced,
                        there)));
    return isAll ? End.COMPLETE : End.CHANGED;
  }

  private End take(InputStream body, long there, Optional<Long> length, Progress progress)
      throws IOException {
    long at = there;
    var buffer = new byte[BUFFER];
    try (var out = part.append();
        var guard = new StallGuard(body, patience)) {
      while (true) {
        int read = read(body, buffer);
        if (read < 0) {
          boolean broken = read == BROKEN || guard.hasStalled();
          boolean isAll = length.map(Long.valueOf(at)::equals).orElse(!broken);
          return isAll ? End.COMPLETE : End.BROKEN;
        }
        guard.heard();
        out.write(buffer, 0, read);
        at += read;
        progress.reached(at);
      }
    }
  }

  private static final int BROKEN = -2;

  /** Only what fails here is the connection's fault; the disk's is another. */
  private static int read(InputStream body, byte[] buffer) {
    try {
      return body.read(buffer);
    } catch (IOException e) {
      return BROKEN;
    }
  }

  private static Optional<Long> length(HttpHeaders headers) {
    return headers.firstValue("Content-Length").flatMap(HttpTransfer::number);
  }

  private static Optional<Long> number(String text) {
    return text.matches("\\d{1,18}") ? Optional.of(Long.valueOf(text)) : Optional.empty();
  }

  /** Weak ones say only that files mean the same, not that their bytes are the same. */
  private static Optional<String> validator(HttpHeaders headers) {
    return headers
        .firstValue("ETag")
        .filter(tag -> !tag.startsWith("W/"))
        .or(() -> headers.firstValue("Last-Modified"));
  }
}
