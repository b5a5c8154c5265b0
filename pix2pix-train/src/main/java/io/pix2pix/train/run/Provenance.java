package io.pix2pix.train.run;

import io.pix2pix.api.InvalidInputException;
import io.pix2pix.api.image.PairShape;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code run.json}: where a run comes from and how far it is. Keys that a newer version wrote are
 * left out when an older one reads them.
 *
 * @param software that trains
 * @param machine it trains on
 * @param commit of the folder it was started in, if that is a git repository
 * @param data it trains on
 * @param seed every random choice follows from it
 * @param progress how far it is
 */
public record Provenance(
    Software software,
    Machine machine,
    Optional<Commit> commit,
    Data data,
    long seed,
    Progress progress) {

  /**
   * The provenance of a run that begins here and now.
   *
   * @param steps that the run is to take
   */
  public static Provenance begin(Data data, long seed, long steps, Instant now) {
    return new Provenance(
        Software.current(),
        Machine.current(),
        Commit.of(Path.of("")),
        data,
        seed,
        Progress.begin(steps, now));
  }

  /** The same run, further on. */
  public Provenance with(Progress newProgress) {
    return new Provenance(software, machine, commit, data, seed, newProgress);
  }

  /**
   * Writes {@code run.json} into a run.
   *
   * @throws InvalidInputException if it cannot be written
   */
  public void write(RunFolder run) {
    AtomicFiles.write(run.provenance(), mapper().writeValueAsString(this) + "\n");
  }

  /**
   * Reads {@code run.json} of a run.
   *
   * @throws InvalidInputException if it is missing or not what {@link #write} writes
   */
  public static Provenance read(RunFolder run) {
    var file = run.provenance();
    if (!Files.exists(file)) {
      throw new InvalidInputException(file + ": is missing; every run has one");
    }
    try {
      return Optional.ofNullable(mapper().readValue(file, Provenance.class))
          .orElseThrow(() -> new InvalidInputException(damaged(file, "it holds nothing")));
    } catch (JacksonException e) {
      throw new InvalidInputException(damaged(file, e.getOriginalMessage()), e);
    }
  }

  private static String damaged(Path file, String how) {
    return "%s: is damaged (%s); put back the file that the run wrote".formatted(file, how);
  }

  private static JsonMapper mapper() {
    return JsonMapper.builder()
        .enable(SerializationFeature.INDENT_OUTPUT)
        .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
        .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
        .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
        .build();
  }

  /**
   * The data of a run.
   *
   * @param folder absolute, if the user named one
   * @param checksum of the training pairs
   * @param pairs that it trains on
   * @param shape of an augmented pair
   */
  public record Data(Optional<String> folder, String checksum, int pairs, PairShape shape) {

    /**
     * The data of a run.
     *
     * @param folder the data folder that the user named, if any; made absolute
     * @param checksum of the training pairs
     * @param pairs that it trains on
     * @param shape of an augmented pair
     */
    public static Data of(Optional<Path> folder, String checksum, int pairs, PairShape shape) {
      var absolute = folder.map(path -> path.toAbsolutePath().normalize().toString());
      return new Data(absolute, checksum, pairs, shape);
    }
  }
}
