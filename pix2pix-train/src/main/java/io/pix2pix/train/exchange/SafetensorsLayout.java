package io.pix2pix.train.exchange;

import com.google.common.collect.ImmutableSet;
import io.pix2pix.train.layout.ExportChoice;
import io.pix2pix.train.layout.ExportSettings;
import io.pix2pix.train.layout.ModelLayout;
import io.pix2pix.train.translation.TrainedRun;
import java.nio.file.Path;
import java.util.Optional;

/** Weights in the names and layouts of the public PyTorch port, in the safetensors format. */
public record SafetensorsLayout() implements ModelLayout {

  @Override
  public Optional<String> ending() {
    return Optional.of(WeightExport.ENDING);
  }

  @Override
  public ImmutableSet<ExportChoice> choices() {
    return ImmutableSet.of();
  }

  @Override
  public Runnable writing(TrainedRun run, ExportSettings settings, Path destination) {
    return new WeightExport(run, settings.weights()).generator(destination);
  }
}
