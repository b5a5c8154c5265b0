package io.pix2pix.train.exchange;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.primitives.Longs;
import io.pix2pix.api.error.InvalidInputException;
import io.pix2pix.api.network.ParameterGroup;
import io.pix2pix.train.checkpoint.WeightSelection;
import io.pix2pix.train.run.AtomicFiles;
import io.pix2pix.train.translation.TrainedRun;
import io.pix2pix.train.weights.SafetensorsReader;
import io.pix2pix.train.weights.SafetensorsWriter;
import io.pix2pix.train.weights.SafetensorsWriter.Source;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.tensorflow.ndarray.Shape;

/**
 * Writes weights of a run as the public PyTorch port has them: its names and layouts, in the
 * safetensors format, complete for {@code load_state_dict}.
 *
 * @param run whose newest checkpoint is written
 * @param weights the generator's trained or averaged ones
 */
public record WeightExport(TrainedRun run, WeightSelection weights) {
  /** What tools of PyTorch look for. */
  private static final ImmutableMap<String, String> METADATA = ImmutableMap.of("format", "pt");

  static final String ENDING = ".safetensors";

  /**
   * Checks that the generator can be written.
   *
   * @param file ends in {@code .safetensors}
   * @return writes it
   * @throws InvalidInputException if the port does not have such a generator, or the file is there
   *     already
   */
  public Runnable generator(Path file) {
    return writing(file, run.network().group(), () -> StateDictNetwork.of(run.network()));
  }

  /**
   * Checks that the discriminator can be written.
   *
   * @param file ends in {@code .safetensors}
   * @return writes it
   * @throws InvalidInputException if the run has none, the port does not have such a discriminator,
   *     or the file is there already
   */
  public Runnable discriminator(Path file) {
    var shape = run.provenance().data().shape();
    var discriminator = run.experiment().discriminator();
    int condition = discriminator.conditional() ? shape.condition().channels() : 0;
    return writing(
        file,
        ParameterGroup.DISCRIMINATOR,
        () -> StateDictNetwork.of(discriminator, condition + shape.target().channels()));
  }

  /** Whether the port has such a generator. */
  public boolean isPortable() {
    try {
      StateDictNetwork.of(run.network());
      return true;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  /**
   * Writes the generator with the names and layouts of here, which any generator has.
   *
   * @param file ends in {@code .safetensors}
   * @throws InvalidInputException if it cannot be written
   */
  public void unported(Path file) {
    var checkpoint = run.checkpoint().tensors();
    var sources =
        run.network().weights().entrySet().stream()
            .map(weight -> source(checkpoint, weight.getKey(), weight.getValue()))
            .toList();
    try {
      SafetensorsWriter.write(file, ImmutableMap.of(), sources);
    } catch (IOException e) {
      throw AtomicFiles.unwritable(file, e);
    }
  }

  private Source source(SafetensorsReader checkpoint, String name, Shape shape) {
    return new Source(
        name,
        "F32",
        ImmutableList.copyOf(Longs.asList(shape.asArray())),
        () -> bytes(checkpoint.floats(weights.source(name, checkpoint.names()))));
  }

  private Runnable writing(
      Path file, ParameterGroup group, Supplier<ImmutableList<StateDictTensor>> network) {
    checkFile(file);
    var tensors = tensors(group, network);
    var checkpoint = run.checkpoint().tensors();
    requireTrained(checkpoint, group);
    var present =
        tensors.stream()
            .filter(tensor -> hasCounterpart(checkpoint, tensor))
            .collect(ImmutableList.toImmutableList());
    return () -> write(file, present);
  }

  private void write(Path file, ImmutableList<StateDictTensor> tensors) {
    var checkpoint = run.checkpoint().tensors();
    try {
      var sources = tensors.stream().flatMap(tensor -> sources(checkpoint, tensor)).toList();
      SafetensorsWriter.write(file, METADATA, sources);
    } catch (IOException e) {
      throw AtomicFiles.unwritable(file, e);
    }
  }

  private static void checkFile(Path file) {
    if (!file.toString().endsWith(ENDING)) {
      throw new InvalidInputException(
          file + ": weights are written in the safetensors format; end the name in " + ENDING);
    } else if (Files.exists(file)) {
      throw new InvalidInputException(file + ": exists already; give another file");
    }
  }

  private ImmutableList<StateDictTensor> tensors(
      ParameterGroup group, Supplier<ImmutableList<StateDictTensor>> network) {
    try {
      return network.get();
    } catch (IllegalArgumentException e) {
      throw new InvalidInputException(
          run.folder().path() + ": " + group.name() + " cannot be exported: " + e.getMessage(), e);
    }
  }

  private void requireTrained(SafetensorsReader checkpoint, ParameterGroup group) {
    if (checkpoint.names().stream().noneMatch(group::owns)) {
      throw new InvalidInputException(
          run.folder().path() + ": has no " + group.name() + "; leave it out");
    }
  }

  /**
   * @throws InvalidInputException if it has none, but is not zero
   */
  private boolean hasCounterpart(SafetensorsReader checkpoint, StateDictTensor tensor) {
    if (!tensor.optional()) {
      return true;
    }
    for (float value : values(checkpoint, tensor)) {
      if (value != 0) {
        throw new InvalidInputException(
            String.format(
                "%s: %s cannot be exported: the PyTorch port has no such bias with this"
                    + " normalization, and it is not zero; with instance normalization it has one",
                run.folder().path(), tensor.variable()));
      }
    }
    return false;
  }

  private Stream<Source> sources(SafetensorsReader checkpoint, StateDictTensor tensor) {
    var weight =
        new Source(
            tensor.name(),
            "F32",
            tensor.portShape(),
            () -> bytes(tensor.layout().toPort(values(checkpoint, tensor), tensor.shape())));
    var count =
        tensor.countName().stream()
            .map(name -> new Source(name, "I64", ImmutableList.of(), this::steps));
    return Stream.concat(Stream.of(weight), count);
  }

  private float[] values(SafetensorsReader checkpoint, StateDictTensor tensor) {
    return checkpoint.floats(weights.source(tensor.variable(), checkpoint.names()));
  }

  private ByteBuffer steps() {
    return ByteBuffer.allocate(Long.BYTES)
        .order(ByteOrder.LITTLE_ENDIAN)
        .putLong(run.checkpoint().step())
        .flip();
  }

  private static ByteBuffer bytes(float[] values) {
    var bytes = ByteBuffer.allocate(values.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    bytes.asFloatBuffer().put(values);
    return bytes;
  }
}
