package io.pix2pix.server.model;

import com.google.common.base.Ascii;
import com.google.common.primitives.Longs;
import io.pix2pix.api.network.Statistics;
import io.pix2pix.server.http.ProblemException;
import io.pix2pix.server.http.ServerRequest;
import java.util.Arrays;
import java.util.Optional;
import org.eclipse.jetty.http.QuotedQualityCSV;

/**
 * What a client wants of a picture.
 *
 * @param seed of the noise: the same number gives the same result; 0 gives that of {@code pix2pix
 *     translate}
 * @param statistics that normalization uses
 * @param raw whether the answer is numbers, not a file
 */
record AskedTranslation(long seed, Statistics statistics, boolean raw) {
  private static final String PNG = "image/png";

  /**
   * Reads the query and the header {@code Accept}.
   *
   * @throws ProblemException if a parameter or a type is not known
   */
  static AskedTranslation of(ServerRequest request, Statistics usual) {
    request.query().keySet().stream()
        .filter(name -> !name.equals("seed") && !name.equals("statistics"))
        .findFirst()
        .ifPresent(
            name -> {
              throw new ProblemException(400, "a query may have seed and statistics alone");
            });
    return new AskedTranslation(
        request.parameter("seed").map(AskedTranslation::seed).orElse(0L),
        request.parameter("statistics").map(AskedTranslation::statistics).orElse(usual),
        isRaw(request));
  }

  private static long seed(String text) {
    return Optional.ofNullable(Longs.tryParse(text))
        .filter(number -> number >= 0)
        .orElseThrow(() -> new ProblemException(400, "seed must be a whole number from 0 on"));
  }

  private static Statistics statistics(String text) {
    return Arrays.stream(Statistics.values())
        .filter(one -> Ascii.toLowerCase(one.name()).equals(text))
        .findFirst()
        .orElseThrow(() -> new ProblemException(400, "statistics must be batch or running"));
  }

  /** The first of the types that are accepted, in the order of their quality. */
  private static boolean isRaw(ServerRequest request) {
    var accepted = new QuotedQualityCSV();
    request.headers().get("accept").forEach(accepted::addValue);
    if (accepted.isEmpty()) {
      return false;
    }
    for (var type : accepted.getValues()) {
      switch (Ascii.toLowerCase(type)) {
        case PNG, "image/*", "*/*" -> {
          return false;
        }
        case RawImage.TYPE, "application/*" -> {
          return true;
        }
        default -> {} // perhaps the next one
      }
    }
    throw new ProblemException(406, "accept %s or %s".formatted(PNG, RawImage.TYPE));
  }
}
