package io.pix2pix.bench.card;

import com.google.common.collect.ImmutableSet;
import io.pix2pix.api.error.InvalidInputException;
import io.pix2pix.train.exchange.WeightExport;
import io.pix2pix.train.layout.ExportChoice;
import io.pix2pix.train.layout.ExportSettings;
import io.pix2pix.train.layout.ModelLayout;
import io.pix2pix.train.run.AtomicFiles;
import io.pix2pix.train.run.AtomicFolders;
import io.pix2pix.train.translation.TrainedRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A folder as repositories of models on the Hugging Face Hub are: {@code model.safetensors}, {@code
 * config.json}, {@code README.md} with the model card, the experiment and a picture of samples.
 *
 * <p>Weights have the names and layouts of the public PyTorch port where it has such a generator,
 * else those of here; the card says which.
 */
public record HuggingFaceLayout() implements ModelLayout {
  private static final String LICENSE = "[a-z0-9][a-z0-9.-]*";

  @Override
  public Optional<String> ending() {
    return Optional.empty();
  }

  @Override
  public ImmutableSet<ExportChoice> choices() {
    return ImmutableSet.of(ExportChoice.LICENSE);
  }

  @Override
  public Runnable writing(TrainedRun run, ExportSettings settings, Path destination) {
    AtomicFolders.requireVacant(destination);
    settings.license().ifPresent(HuggingFaceLayout::check);
    var facts = CardFacts.of(run, settings);
    var card = ModelCard.of(facts);
    return () -> AtomicFolders.create(destination, folder -> write(facts, card, folder));
  }

  private static void check(String license) {
    if (!license.matches(LICENSE)) {
      throw new InvalidInputException(
          "--license: \"%s\" is no identifier of a license; give one such as apache-2.0, or other"
              .formatted(license));
    }
  }

  private static void write(CardFacts facts, String card, Path folder) throws IOException {
    var weights = new WeightExport(facts.run(), facts.settings().weights());
    var file = folder.resolve("model.safetensors");
    if (facts.ported()) {
      weights.generator(file).run();
    } else {
      weights.unported(file);
    }
    AtomicFiles.write(folder.resolve("config.json"), facts.configuration());
    AtomicFiles.write(folder.resolve("experiment.yaml"), facts.experiment());
    AtomicFiles.write(folder.resolve("README.md"), card);
    if (facts.picture().isPresent()) {
      Files.copy(facts.picture().get(), folder.resolve(CardFacts.PICTURE));
    }
  }
}
