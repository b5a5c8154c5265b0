package io.pix2pix.server.model;

import io.pix2pix.api.error.InvalidInputException;
import io.pix2pix.api.network.Statistics;
import io.pix2pix.train.translation.TrainedRun;
import io.pix2pix.train.translation.Translator;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * A run that is served.
 *
 * @param name in addresses
 * @param run whose generator translates
 * @param statistics that its normalization uses where a request says nothing
 * @param noise enable dropout at inference
 * @param translator opens its generator with such statistics
 */
public record ServedRun(
    String name,
    TrainedRun run,
    Statistics statistics,
    boolean noise,
    Function<Statistics, Translator> translator) {
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]*");

  /**
   * Refuses names that no address can have.
   *
   * @throws InvalidInputException if there are other characters in it
   */
  public ServedRun {
    if (!NAME.matcher(name).matches()) {
      throw new InvalidInputException(
          "%s: a served model is called by letters, digits, dots, dashes and underscores; give NAME=RUN"
              .formatted(name));
    }
  }
}
