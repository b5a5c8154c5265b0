package io.pix2pix.onnx;

import com.google.common.collect.ImmutableSet;
import io.pix2pix.api.error.InvalidInputException;
import io.pix2pix.onnx.model.ExportedModel;
import io.pix2pix.train.layout.ExportChoice;
import io.pix2pix.train.layout.ExportSettings;
import io.pix2pix.train.layout.ModelLayout;
import io.pix2pix.train.run.AtomicFiles;
import io.pix2pix.train.translation.TrainedRun;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The file of an {@link ExportedModel}. */
public record OnnxLayout() implements ModelLayout {

  @Override
  public Optional<String> ending() {
    return Optional.of(".onnx");
  }

  @Override
  public ImmutableSet<ExportChoice> choices() {
    return ImmutableSet.of(ExportChoice.SIZE, ExportChoice.STATISTICS, ExportChoice.NOISE);
  }

  @Override
  public Runnable writing(TrainedRun run, ExportSettings settings, Path destination) {
    if (Files.exists(destination)) {
      throw new InvalidInputException(destination + ": exists already; give another file");
    }
    var model = ExportedModel.of(run, settings);
    return () -> AtomicFiles.write(destination, model::writeTo);
  }
}
