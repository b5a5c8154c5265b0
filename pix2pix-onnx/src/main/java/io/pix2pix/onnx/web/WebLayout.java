package io.pix2pix.onnx.web;

import ai.onnx.proto.OnnxMl.ModelProto;
import com.google.common.collect.ImmutableSet;
import io.pix2pix.api.plugin.Setting;
import io.pix2pix.onnx.model.ExportedModel;
import io.pix2pix.train.layout.ExportChoice;
import io.pix2pix.train.layout.ExportSettings;
import io.pix2pix.train.layout.ModelLayout;
import io.pix2pix.train.run.AtomicFolders;
import io.pix2pix.train.translation.TrainedRun;
import java.nio.file.Path;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The folder of a static page that translates pictures in the browser of whoever opens it, with
 * ONNX Runtime Web, which is in it. It needs no server: the page can be opened from a folder, or
 * lie where static pages are hosted.
 *
 * @param weights as what they are stored
 */
public record WebLayout(
    @Setting(
            value = "float32",
            meaning =
                "as what weights are stored; float16 halves what a browser loads, and changes"
                    + " pictures by a level or two of 255")
        StoredWeights weights)
    implements ModelLayout {
  private static final Logger LOG = LoggerFactory.getLogger(WebLayout.class);
  private static final int LARGE = 100_000_000;

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
    AtomicFolders.requireVacant(destination);
    var examples = PageExample.of(run);
    PlainPictures.require(run, PageExample.first(examples));
    var model = stored(ExportedModel.of(run, settings));
    var page = PageSettings.of(run, settings, model, examples);
    if (page.bytes() > LARGE) {
      LOG.warn(
          "{}: browsers load a model of {} MB, as text of {} MB{}",
          destination,
          page.bytes() / 1_000_000,
          page.bytes() / 750_000,
          weights == StoredWeights.FLOAT32
              ? "; --layout '{name: web, weights: float16}' halves that"
              : "");
    }
    return () -> AtomicFolders.create(destination, folder -> PageFiles.write(folder, model, page));
  }

  private ModelProto stored(ModelProto model) {
    return switch (weights) {
      case FLOAT32 -> model;
      case FLOAT16 -> HalfWeights.of(model);
    };
  }
}
