package io.pix2pix.server.model;

import io.pix2pix.api.error.InvalidInputException;
import io.pix2pix.api.image.Palette;
import io.pix2pix.api.network.Statistics;
import io.pix2pix.server.http.ProblemException;
import io.pix2pix.train.translation.Translator;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A generator at work. What it needs of its run is read when it is opened: the run may be removed
 * meanwhile.
 *
 * <p>Safe for use by several threads.
 */
final class Model implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Model.class);

  private final ServedRun served;
  private final Optional<Palette> labels;
  private final ModelFacts facts;
  private final Map<Statistics, Translator> translators = new EnumMap<>(Statistics.class);
  private boolean closed;

  private Model(ServedRun served) {
    this.served = served;
    this.labels = served.run().indices();
    this.facts = ModelFacts.of(served);
  }

  /**
   * Loads its weights.
   *
   * @throws InvalidInputException if they cannot be read
   */
  static Model open(ServedRun served) {
    var model = new Model(served);
    model.open(served.statistics());
    return model;
  }

  ModelFacts facts() {
    return facts;
  }

  ServedRun served() {
    return served;
  }

  /** The classes of the maps that it was trained on, where these were stored as indices. */
  Optional<Palette> labels() {
    return labels;
  }

  /**
   * Its generator with such statistics. The first request for other than the usual ones waits until
   * the weights have been loaded once more.
   *
   * @throws ProblemException if they are no longer there
   */
  synchronized Translator translator(Statistics statistics) {
    try {
      return open(statistics);
    } catch (InvalidInputException e) {
      LOG.error("{}: {}", served.name(), e.getMessage());
      throw new ProblemException(503, "the weights cannot be loaded with such statistics now");
    }
  }

  private synchronized Translator open(Statistics statistics) {
    if (closed) {
      throw new ProblemException(503, "the server ends");
    }
    return translators.computeIfAbsent(statistics, served.translator());
  }

  /** Waits for pictures that are being computed. */
  @Override
  public synchronized void close() {
    closed = true;
    translators.values().forEach(Translator::close);
  }
}
