package io.pix2pix.train.checkpoint;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Maps;
import com.google.common.primitives.Longs;
import io.pix2pix.api.error.InvalidInputException;
import io.pix2pix.api.network.GraphSession;
import io.pix2pix.api.network.Variable;
import io.pix2pix.api.network.Variables;
import io.pix2pix.train.weights.SafetensorsReader;
import io.pix2pix.train.weights.SafetensorsWriter;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.ndarray.buffer.DataBuffers;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt64;
import org.tensorflow.types.family.TNumber;

/**
 * Everything that the next step depends on, in one file in safetensors format: weights, running
 * statistics, the slots of optimizers, and the number of steps done. Data order and noise follow
 * from seed and step, so these need no state of their own.
 *
 * <p>The file stays open as long as this object is used: a training beside it may remove or replace
 * the file, and what was checked is still what is read. The operating system gets it back when
 * nobody refers to this object any more.
 *
 * <p>Safe for use by several threads.
 */
public final class Checkpoint {
  private static final String STEP = "step";
  private static final String FILE = "file";
  private static final String RUN = "run";

  /** All that checkpoints said of themselves before their headers had a checksum. */
  private static final ImmutableSet<String> FORMERLY = ImmutableSet.of("crc32c", STEP);

  private static final Pattern NUMBERED = Pattern.compile("step-([0-9]{8,18})\\.safetensors");

  private final SafetensorsReader reader;
  private final long step;

  private Checkpoint(SafetensorsReader reader, long step) {
    this.reader = reader;
    this.step = step;
  }

  /**
   * Writes all variables, as a whole or not at all.
   *
   * @param run identity of the run
   * @throws IOException if the disk is full or cannot be written
   * @throws NotFiniteException if a weight is infinite or not a number; nothing is written
   */
  static void write(
      Path file, long step, Optional<String> run, Variables variables, GraphSession session)
      throws IOException {
    write(file, step, run, variables.all().stream().map(v -> source(v, session)).toList());
  }

  /** Writes tensors, as a whole or not at all. */
  static void write(
      Path file, long step, Optional<String> run, List<SafetensorsWriter.Source> tensors)
      throws IOException {
    var metadata = ImmutableMap.<String, String>builder();
    metadata.put(STEP, Long.toString(step)).put(FILE, file.getFileName().toString());
    run.ifPresent(identity -> metadata.put(RUN, identity));
    SafetensorsWriter.write(file, metadata.buildOrThrow(), tensors);
  }

  /**
   * Opens a file and checks it.
   *
   * @param run identity of the run that it is to belong to; without, it may be of any
   * @throws InvalidInputException if it is missing, cut short, damaged, renamed or of another run
   */
  static Checkpoint open(Path file, Optional<String> run) {
    var reader = SafetensorsReader.open(file);
    try {
      return new Checkpoint(reader, checkedStep(reader, run));
    } catch (RuntimeException e) {
      reader.close();
      throw e;
    }
  }

  /** The step in the name of a file that is numbered as checkpoints are. */
  static OptionalLong numbered(Path file) {
    var name = NUMBERED.matcher(file.getFileName().toString());
    return name.matches() ? OptionalLong.of(Long.parseLong(name.group(1))) : OptionalLong.empty();
  }

  private static long checkedStep(SafetensorsReader reader, Optional<String> run) {
    reader.verify();
    var file = reader.path();
    var said = reader.metadata();
    var step = Longs.tryParse(said.getOrDefault(STEP, ""));
    if (step == null) {
      throw new InvalidInputException(file + ": is no checkpoint: it does not say its step");
    } else if (!reader.coversHeader() && !FORMERLY.containsAll(said.keySet())) {
      throw new InvalidInputException(
          file + ": is damaged: its header has no checksum; use another copy");
    }
    requireSame(file, "was written as %s", FILE, said, Optional.of(file.getFileName().toString()));
    requireSame(file, "belongs to another run, %s", RUN, said, run);
    if (numbered(file).orElse(step) != step) {
      throw new InvalidInputException(
          file + ": holds step " + step + "; give it back its name, or remove it");
    }
    return step;
  }

  private static void requireSame(
      Path file, String problem, String key, Map<String, String> said, Optional<String> expected) {
    var found = said.get(key);
    if (found != null && expected.isPresent() && !found.equals(expected.get())) {
      throw new InvalidInputException(
          file + ": " + problem.formatted(found) + "; put it back where it was, or remove it");
    }
  }

  /** Where it lies, or lay when it was opened. */
  public Path file() {
    return reader.path();
  }

  /** Steps done. */
  public long step() {
    return step;
  }

  /**
   * Whether it says which run it is of, as all do that are written now: its tensors are then those
   * of the run's experiment.
   */
  public boolean saysItsRun() {
    return reader.metadata().containsKey(RUN);
  }

  /** Its tensors; to be left open. */
  public SafetensorsReader tensors() {
    return reader;
  }

  /** The shape of every tensor, by its name. */
  public ImmutableMap<String, Shape> shapes() {
    return Maps.toMap(reader.names(), name -> Shape.of(Longs.toArray(reader.shape(name))));
  }

  /** Gives every variable its value in the checkpoint, the slots of optimizers too. */
  public void restore(Variables variables, GraphSession session) {
    restore(variables, session, variable -> true);
  }

  /**
   * Gives some variables their values in the checkpoint.
   *
   * @throws InvalidInputException if the checkpoint lacks one, or has it in another shape
   */
  public void restore(Variables variables, GraphSession session, Predicate<Variable<?>> which) {
    variables.all().stream().filter(which).forEach(v -> restore(v, v.name(), session));
  }

  /**
   * Gives variables of a generator their values in the checkpoint.
   *
   * @throws InvalidInputException if the checkpoint lacks one, or has it in another shape
   */
  public void restoreGenerator(
      List<Variable<?>> variables, GraphSession session, WeightSelection weights) {
    var names = reader.names();
    variables.forEach(
        variable -> restore(variable, weights.source(variable.name(), names), session));
  }

  /** Gives the file back before this object is forgotten. */
  void close() {
    reader.close();
  }

  private void restore(Variable<?> variable, String name, GraphSession session) {
    var found = Shape.of(Longs.toArray(reader.shape(name)));
    if (!found.equals(variable.shape())) {
      throw new InvalidInputException(
          String.format(
              "%s: %s has shape %s, the experiment makes it %s; put back the experiment.yaml that"
                  + " the run wrote",
              file(), name, found, variable.shape()));
    }
    if (variable.type().equals(TInt64.class)) {
      write(variable, session, wholeNumbers(variable, name));
    } else {
      write(variable, session, floats(variable, name));
    }
  }

  @SuppressWarnings("unchecked") // the caller chose the value by the type of the variable
  private static <T extends TNumber> void write(
      Variable<?> variable, GraphSession session, T value) {
    try (value) {
      ((Variable<T>) variable).write(session, value);
    }
  }

  private TFloat32 floats(Variable<?> variable, String name) {
    return TFloat32.tensorOf(variable.shape(), DataBuffers.of(reader.floats(name), true, false));
  }

  private TInt64 wholeNumbers(Variable<?> variable, String name) {
    return TInt64.tensorOf(variable.shape(), DataBuffers.of(reader.longs(name), true, false));
  }

  private static SafetensorsWriter.Source source(Variable<?> variable, GraphSession session) {
    boolean whole = variable.type().equals(TInt64.class);
    var shape = ImmutableList.copyOf(Longs.asList(variable.shape().asArray()));
    return new SafetensorsWriter.Source(
        variable.name(), whole ? "I64" : "F32", shape, () -> bytes(variable, session, whole));
  }

  private static ByteBuffer bytes(Variable<?> variable, GraphSession session, boolean whole)
      throws IOException {
    try (var value = variable.read(session)) {
      var raw = value.asRawTensor();
      var bytes = new byte[Math.toIntExact(raw.numBytes())];
      raw.data().read(bytes);
      var buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
      if (!whole) {
        requireFinite(variable, buffer);
      }
      return buffer;
    }
  }

  private static void requireFinite(Variable<?> variable, ByteBuffer bytes)
      throws NotFiniteException {
    var values = bytes.asFloatBuffer();
    while (values.hasRemaining()) {
      if (!Float.isFinite(values.get())) {
        throw new NotFiniteException(variable.name());
      }
    }
  }

  /** A weight is infinite or not a number. */
  public static final class NotFiniteException extends IOException {
    NotFiniteException(String variable) {
      super(variable + " has values that are infinite or not a number");
    }
  }
}
