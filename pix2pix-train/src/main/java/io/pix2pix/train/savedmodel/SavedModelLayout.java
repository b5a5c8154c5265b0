package io.pix2pix.train.savedmodel;

import com.google.common.collect.ImmutableSet;
import io.pix2pix.train.layout.ExportChoice;
import io.pix2pix.train.layout.ExportSettings;
import io.pix2pix.train.layout.ModelLayout;
import io.pix2pix.train.translation.TrainedRun;
import java.nio.file.Path;
import java.util.Optional;

/** A folder with a TensorFlow SavedModel. */
public record SavedModelLayout() implements ModelLayout {

  @Override
  public Optional<String> ending() {
    return Optional.empty();
  }

  @Override
  public ImmutableSet<ExportChoice> choices() {
    return ImmutableSet.of(ExportChoice.SIZE, ExportChoice.STATISTICS);
  }

  @Override
  public Runnable writing(TrainedRun run, ExportSettings settings, Path destination) {
    return new SavedModelExport(run, settings).to(destination);
  }
}
