package io.pix2pix.train.layout;

import com.google.common.collect.ImmutableSet;
import io.pix2pix.api.plugin.Role;
import io.pix2pix.train.translation.TrainedRun;
import java.nio.file.Path;
import java.util.Optional;

/** Writes the generator of a run for other programs. All of its settings have defaults. */
@Role(value = "layout", meaning = "what the generator of a run is exported as, for other programs")
public interface ModelLayout {

  /** How the names of its files end, for example {@code .onnx}; empty if it makes a folder. */
  Optional<String> ending();

  /** What it heeds of {@link ExportSettings} besides the weights; anything else is refused. */
  ImmutableSet<ExportChoice> choices();

  /**
   * Checks that a generator can be written.
   *
   * @param run whose generator at work is written
   * @param destination a file with its {@link #ending}, or a folder, which are not there yet
   * @return writes it, as a whole or not at all
   * @throws io.pix2pix.api.error.InvalidInputException if it cannot be written
   */
  Runnable writing(TrainedRun run, ExportSettings settings, Path destination);
}
