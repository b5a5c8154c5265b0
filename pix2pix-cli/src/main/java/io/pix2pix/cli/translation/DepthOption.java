package io.pix2pix.cli.translation;

import com.google.common.collect.ImmutableList;
import io.pix2pix.data.file.Depth;
import io.pix2pix.data.file.WriteOptions;
import io.pix2pix.train.translation.TrainedRun;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** What the numbers of results are. */
final class DepthOption {
  @Option(
      names = "--depth",
      paramLabel = "8|16|float",
      converter = Converter.class,
      description =
          "bits of the numbers in results: 8; 16 (PNG, TIFF, npy), up to 65535, or with the range"
              + " of the run's targets; float (TIFF, npy), with that range, else from 0 to 1"
              + " (default: 8)")
  private @Nullable Depth depth;

  /** For the results of a run. */
  WriteOptions of(TrainedRun run) {
    return new WriteOptions(depth == null ? Depth.BYTES : depth, run.data().targetRange());
  }

  /** What a result follows from: nothing where nobody asks. */
  ImmutableList<String> words() {
    return depth == null || depth == Depth.BYTES
        ? ImmutableList.of()
        : ImmutableList.of("numbers of %d bits".formatted(depth.bits()));
  }

  /** Reads it. */
  static final class Converter implements ITypeConverter<Depth> {
    @Override
    public Depth convert(String text) {
      return switch (text) {
        case "8" -> Depth.BYTES;
        case "16" -> Depth.SHORTS;
        case "float" -> Depth.FLOATS;
        default -> throw new TypeConversionException("\"" + text + "\" must be 8, 16 or float");
      };
    }
  }
}
