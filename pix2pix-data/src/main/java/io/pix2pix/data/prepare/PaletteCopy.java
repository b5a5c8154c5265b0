package io.pix2pix.data.prepare;

import com.google.common.collect.ImmutableList;
import io.pix2pix.api.data.Dataset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Takes the palette of label maps along: without it their classes have no names. */
final class PaletteCopy {
  private PaletteCopy() {}

  /** Copies it, if there is one and the other folder has none. */
  static Optional<FileTask> of(Path input, Path output) {
    var from = input.resolve(Dataset.PALETTE);
    var to = output.resolve(Dataset.PALETTE);
    return Files.exists(from) && Files.notExists(to)
        ? Optional.of(
            new FileTask(ImmutableList.of(from), to, () -> FileTransfer.COPY.apply(from, to)))
        : Optional.empty();
  }
}
