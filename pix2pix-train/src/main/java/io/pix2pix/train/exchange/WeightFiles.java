package io.pix2pix.train.exchange;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Maps;
import io.pix2pix.api.error.InvalidInputException;
import io.pix2pix.api.file.InputFile;
import io.pix2pix.api.pytorch.StateDictShapes;
import io.pix2pix.train.weights.SafetensorsReader;
import io.pix2pix.train.weights.WeightFile;
import io.pix2pix.train.weights.pytorch.PytorchFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Opens files of weights, whatever their format. */
public final class WeightFiles {
  /** What {@code torch.nn.DataParallel} puts before every name. */
  private static final String PARALLEL = "module.";

  private static final int HEADER = 9;

  private WeightFiles() {}

  /**
   * Opens a file of PyTorch, in its present or older format, or a safetensors file; which, is told
   * by its first bytes. Names lose a {@code module.} that all of them begin with.
   *
   * @throws InvalidInputException if it is missing, damaged, or none of these
   */
  public static WeightFile open(Path file) {
    var opened = opened(file);
    boolean parallel =
        !opened.names().isEmpty()
            && opened.names().stream().allMatch(name -> name.startsWith(PARALLEL));
    return parallel ? new WithoutPrefix(opened, PARALLEL) : opened;
  }

  /** Names and shapes of all tensors. */
  static StateDictShapes tensors(WeightFile file) {
    ImmutableMap<String, ImmutableList<Long>> shapes = Maps.toMap(file.names(), file::shape);
    return new StateDictShapes(shapes);
  }

  private static WeightFile opened(Path file) {
    var begin = begin(file);
    if (begin.length == HEADER && begin[HEADER - 1] == '{' && begin[HEADER - 2] == 0) {
      return SafetensorsReader.open(file);
    } else if (begin.length == HEADER && (begin[0] == 'P' || begin[0] == (byte) 0x80)) {
      return PytorchFile.open(file);
    }
    throw new InvalidInputException(
        file + ": is neither a PyTorch file nor a safetensors file; give one of these");
  }

  /** A zip, a pickle, or eight bytes of length and an object of JSON. */
  private static byte[] begin(Path file) {
    InputFile.ofAnySize("a file of weights").checkIfPresent(file);
    try (var in = Files.newInputStream(file)) {
      return in.readNBytes(HEADER);
    } catch (NoSuchFileException e) {
      throw new InvalidInputException(file + ": there is no such file; check the path", e);
    } catch (IOException e) {
      throw new InvalidInputException(
          file + ": cannot be read (" + e + "); give a file of weights", e);
    }
  }
}
