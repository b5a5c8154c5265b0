package io.pix2pix.studio;

import com.google.common.primitives.Longs;
import io.pix2pix.api.network.Statistics;
import io.pix2pix.server.http.ProblemException;
import io.pix2pix.server.http.ServerRequest;
import io.pix2pix.train.checkpoint.WeightSelection;

/** What the query of a request says of the generator that is to translate. */
final class GeneratorParameters {
  private GeneratorParameters() {}

  /**
   * The generator that is asked for.
   *
   * @throws ProblemException if a parameter is missing or unknown
   */
  static GeneratorChoice choice(ServerRequest request) {
    return new GeneratorChoice(
        number(request, "step"),
        is(request, "weights", "averaged", "trained")
            ? WeightSelection.AVERAGED
            : WeightSelection.TRAINED,
        is(request, "statistics", "running", "batch") ? Statistics.RUNNING : Statistics.BATCH,
        is(request, "noise", "on", "off"));
  }

  /**
   * The number of the noise.
   *
   * @throws ProblemException if it is missing
   */
  static long draw(ServerRequest request) {
    return number(request, "draw");
  }

  private static long number(ServerRequest request, String name) {
    var given = request.parameter(name).orElse("");
    var number = Longs.tryParse(given);
    if (number == null || number < 0) {
      throw new ProblemException(
          400, "%s: must be a whole number from 0 on, not \"%s\"".formatted(name, given));
    }
    return number;
  }

  private static boolean is(ServerRequest request, String name, String yes, String no) {
    var given = request.parameter(name).orElse("");
    if (!given.equals(yes) && !given.equals(no)) {
      throw new ProblemException(
          400, "%s: must be %s or %s, not \"%s\"".formatted(name, yes, no, given));
    }
    return given.equals(yes);
  }
}
