package io.pix2pix.train.run;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import io.pix2pix.api.data.DataChecksum;
import io.pix2pix.api.error.InvalidInputException;
import io.pix2pix.api.image.PairShape;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * {@code run.json}: where a run comes from and how far it is. Keys that a newer version wrote are
 * left out when an older one reads them.
 *
 * @param software that trains
 * @param machine it trains on
 * @param arithmetic that it trains with, if the run says so
 * @param commit of the folder it was started in, if that is a git repository
 * @param data it trains on
 * @param seed every random choice follows from it
 * @param progress how far it is
 * @param imported the files that its weights come from, if it was not trained but imported: the
 *     generator's, and perhaps the discriminator's
 * @param initialized networks that did not start from random weights, and where theirs come from
 * @param dataChanges when it went on with other data, if it did; {@code data} is the newest
 * @param experiment what it keeps of {@code experiment.yaml}; absent in runs from before it did
 */
public record Provenance(
    Software software,
    Machine machine,
    Optional<Arithmetic> arithmetic,
    Optional<Commit> commit,
    Data data,
    long seed,
    RunProgress progress,
    List<Weights> imported,
    List<Initialization> initialized,
    List<DataChange> dataChanges,
    Optional<ExperimentCopy> experiment) {

  /** Copies the lists. */
  public Provenance {
    imported = List.copyOf(imported);
    initialized = List.copyOf(initialized);
    dataChanges = List.copyOf(dataChanges);
  }

  /** A run whose networks start from random weights, and whose data never changed. */
  public Provenance(
      Software software,
      Machine machine,
      Optional<Arithmetic> arithmetic,
      Optional<Commit> commit,
      Data data,
      long seed,
      RunProgress progress,
      List<Weights> imported) {
    this(
        software,
        machine,
        arithmetic,
        commit,
        data,
        seed,
        progress,
        imported,
        List.of(),
        List.of(),
        Optional.empty());
  }

  /**
   * The provenance of a run that begins here and now.
   *
   * @param steps that the run is to take
   */
  public static Provenance begin(Data data, long seed, long steps, Instant now) {
    return new Provenance(
        Software.current(),
        Machine.current(),
        Optional.of(Arithmetic.current()),
        Commit.of(Path.of("")),
        data,
        seed,
        RunProgress.begin(steps, now),
        List.of());
  }

  /**
   * The provenance of a run that is made of weights here and now.
   *
   * @param weights the generator's, and perhaps the discriminator's
   * @param shape channels of condition and target, in any size
   */
  public static Provenance imported(
      List<Weights> weights, PairShape shape, long seed, Instant now) {
    return new Provenance(
        Software.current(),
        Machine.current(),
        Optional.empty(),
        Commit.of(Path.of("")),
        Data.of(Optional.empty(), new DataChecksum("", ""), 0, shape),
        seed,
        RunProgress.imported(now),
        weights);
  }

  /** The same run, further on. */
  public Provenance with(RunProgress newProgress) {
    return new Provenance(
        software,
        machine,
        arithmetic,
        commit,
        data,
        seed,
        newProgress,
        imported,
        initialized,
        dataChanges,
        experiment);
  }

  /** The same run, that goes on with other data after a step. */
  public Provenance changed(Data now, long step, Instant when) {
    var changes =
        ImmutableList.<DataChange>builder()
            .addAll(dataChanges)
            .add(new DataChange(step, when, data))
            .build();
    return new Provenance(
        software,
        machine,
        arithmetic,
        commit,
        now,
        seed,
        progress,
        imported,
        initialized,
        changes,
        experiment);
  }

  /**
   * The same run, that was trained on another machine.
   *
   * @param folder of the data here
   * @param here commit of the folder that it was started from
   */
  public Provenance at(Optional<String> folder, Optional<Commit> here) {
    var found = new Data(folder, data.checksum(), data.pairs(), data.shape(), data.leftOut());
    return new Provenance(
        software,
        machine,
        arithmetic,
        here,
        found,
        seed,
        progress,
        imported,
        initialized,
        dataChanges,
        experiment);
  }

  /** The same run, trained further with another arithmetic. */
  public Provenance with(Arithmetic newArithmetic) {
    return new Provenance(
        software,
        machine,
        Optional.of(newArithmetic),
        commit,
        data,
        seed,
        progress,
        imported,
        initialized,
        dataChanges,
        experiment);
  }

  /** The same run, some of whose networks start from other weights. */
  public Provenance with(List<Initialization> start) {
    return new Provenance(
        software,
        machine,
        arithmetic,
        commit,
        data,
        seed,
        progress,
        imported,
        start,
        dataChanges,
        experiment);
  }

  /** The same run, with what it keeps of its experiment. */
  public Provenance with(ExperimentCopy copy) {
    return new Provenance(
        software,
        machine,
        arithmetic,
        commit,
        data,
        seed,
        progress,
        imported,
        initialized,
        dataChanges,
        Optional.of(copy));
  }

  /**
   * The same run, with an experiment that may have more epochs, or be written by another version.
   *
   * @param text of the experiment, every value spelled out
   */
  public Provenance withExperiment(String text) {
    return with(
        experiment
            .filter(ExperimentCopy::saysItsRun)
            .map(before -> before.with(text))
            .orElseGet(() -> ExperimentCopy.begin(text, data.checksum().value())));
  }

  /** The same run; one without an identity, as run.json was damaged, gets that of a checkpoint. */
  public Provenance identified(Optional<String> run) {
    return identity().isPresent() || run.isEmpty()
        ? this
        : with(experiment.orElseGet(() -> ExperimentCopy.begin("", "")).ofRun(run.get()));
  }

  /** The same run, without what only a whole {@code run.json} can vouch for. */
  Provenance withoutIdentity() {
    return experiment.map(copy -> with(copy.ofRun(""))).orElse(this);
  }

  /** Identity of the run, which its checkpoints carry; absent in older and in damaged ones. */
  public Optional<String> identity() {
    return experiment.filter(ExperimentCopy::saysItsRun).map(ExperimentCopy::run);
  }

  /**
   * Writes {@code run.json} into a run. One that was damaged is kept under another name.
   *
   * @throws InvalidInputException if it cannot be written
   */
  public void write(RunFolder run) {
    ProvenanceFile.write(run.provenance(), this);
  }

  /**
   * Reads {@code run.json} of a run. Where its checksum does not fit, a warning says so, and the
   * identity is left out.
   *
   * @throws InvalidInputException if it is missing or not what {@link #write} writes
   */
  public static Provenance read(RunFolder run) {
    return new ProvenanceReader().read(run);
  }

  /**
   * A file that weights come from.
   *
   * @param file absolute
   * @param sha256 its checksum
   */
  public record Weights(String file, String sha256) {}

  /**
   * Where a network's first weights come from.
   *
   * @param network for example {@code generator}
   * @param file absolute
   * @param sha256 its checksum
   */
  public record Initialization(String network, String file, String sha256) {}

  /**
   * A change of the data in the course of a run.
   *
   * @param step the last one with what was before
   * @param noticed when
   * @param before what it was
   */
  public record DataChange(long step, Instant noticed, Data before) {}

  /**
   * The data of a run.
   *
   * @param folder absolute, if the user named one
   * @param checksum of the training pairs; empty where they are not known
   * @param pairs that it trains on
   * @param shape of an augmented pair
   * @param leftOut files that cannot be used, each with what is wrong; their pairs are not among
   *     {@code pairs}
   */
  public record Data(
      Optional<String> folder,
      DataChecksum checksum,
      int pairs,
      PairShape shape,
      List<String> leftOut) {

    /**
     * @throws IllegalArgumentException if no folder can have that name
     */
    public Data {
      checkArgument(
          folder.stream().allMatch(name -> name.indexOf('\0') < 0),
          "no folder of data can have that name");
      leftOut = List.copyOf(leftOut);
    }

    /** All of it is used. */
    public Data(Optional<String> folder, DataChecksum checksum, int pairs, PairShape shape) {
      this(folder, checksum, pairs, shape, List.of());
    }

    /**
     * The data of a run.
     *
     * @param folder the data folder that the user named, if any; made absolute
     * @param checksum of the training pairs; empty where they are not known
     * @param pairs that it trains on
     * @param shape of an augmented pair
     */
    public static Data of(
        Optional<Path> folder, DataChecksum checksum, int pairs, PairShape shape) {
      var absolute = folder.map(path -> path.toAbsolutePath().normalize().toString());
      return new Data(absolute, checksum, pairs, shape);
    }

    /** The same without pairs of files that cannot be used. */
    public Data without(List<String> unusable) {
      return new Data(folder, checksum, pairs, shape, unusable);
    }

    /** Whether images have as many channels as those of other data. */
    public boolean hasChannelsOf(Data other) {
      return shape.equals(
          other.shape.resized(shape.condition().height(), shape.condition().width()));
    }
  }
}
