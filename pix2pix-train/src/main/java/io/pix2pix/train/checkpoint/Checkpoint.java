package io.pix2pix.train.checkpoint;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
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
import java.util.function.Predicate;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.ndarray.buffer.DataBuffers;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt64;
import org.tensorflow.types.family.TNumber;

/**
 * Everything that the next step depends on, in one file: weights, running statistics, the slots of
 * optimizers, and the number of steps done. Data order and noise follow from seed and step, so
 * these need no state of their own.
 *
 * @param file in safetensors format
 * @param step steps done
 */
public record Checkpoint(Path file, long step) {
  private static final String STEP = "step";

  /**
   * Writes all variables, as a whole or not at all.
   *
   * @throws IOException if the disk is full or cannot be written
   * @throws NotFiniteException if a weight is infinite or not a number; nothing is written
   */
  static void write(Path file, long step, Variables variables, GraphSession session)
      throws IOException {
    write(file, step, variables.all().stream().map(v -> source(v, session)).toList());
  }

  /** Writes tensors, as a whole or not at all. */
  static void write(Path file, long step, List<SafetensorsWriter.Source> tensors)
      throws IOException {
    SafetensorsWriter.write(file, ImmutableMap.of(STEP, Long.toString(step)), tensors);
  }

  /**
   * Checks a file.
   *
   * @throws InvalidInputException if it is missing, cut short or damaged
   */
  static Checkpoint open(Path file) {
    try (var reader = SafetensorsReader.open(file)) {
      reader.verify();
      var step = Longs.tryParse(reader.metadata().getOrDefault(STEP, ""));
      if (step == null) {
        throw new InvalidInputException(file + ": is no checkpoint: it does not say its step");
      }
      return new Checkpoint(file, step);
    }
  }

  /** The shape of every tensor, by its name. */
  public ImmutableMap<String, Shape> shapes() {
    try (var reader = SafetensorsReader.open(file)) {
      return Maps.toMap(reader.names(), name -> Shape.of(Longs.toArray(reader.shape(name))));
    }
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
    try (var reader = SafetensorsReader.open(file)) {
      variables.all().stream().filter(which).forEach(v -> restore(reader, v, v.name(), session));
    }
  }

  /**
   * Gives variables of a generator their values in the checkpoint.
   *
   * @throws InvalidInputException if the checkpoint lacks one, or has it in another shape
   */
  public void restoreGenerator(
      List<Variable<?>> variables, GraphSession session, WeightSelection weights) {
    try (var reader = SafetensorsReader.open(file)) {
      var names = reader.names();
      variables.forEach(
          variable -> restore(reader, variable, weights.source(variable.name(), names), session));
    }
  }

  private void restore(
      SafetensorsReader reader, Variable<?> variable, String name, GraphSession session) {
    var found = Shape.of(Longs.toArray(reader.shape(name)));
    if (!found.equals(variable.shape())) {
      throw new InvalidInputException(
          String.format(
              "%s: %s has shape %s, the experiment makes it %s; put back the experiment.yaml that"
                  + " the run wrote",
              file, name, found, variable.shape()));
    }
    if (variable.type().equals(TInt64.class)) {
      write(variable, session, wholeNumbers(reader, variable, name));
    } else {
      write(variable, session, floats(reader, variable, name));
    }
  }

  @SuppressWarnings("unchecked") // the caller chose the value by the type of the variable
  private static <T extends TNumber> void write(
      Variable<?> variable, GraphSession session, T value) {
    try (value) {
      ((Variable<T>) variable).write(session, value);
    }
  }

  private static TFloat32 floats(SafetensorsReader reader, Variable<?> variable, String name) {
    return TFloat32.tensorOf(variable.shape(), DataBuffers.of(reader.floats(name), true, false));
  }

  private static TInt64 wholeNumbers(SafetensorsReader reader, Variable<?> variable, String name) {
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
