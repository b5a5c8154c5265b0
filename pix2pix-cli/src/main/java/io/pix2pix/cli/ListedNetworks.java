package io.pix2pix.cli;

import io.pix2pix.api.network.Discriminator;
import io.pix2pix.api.network.Generator;
import io.pix2pix.api.error.InvalidInputException;
import io.pix2pix.api.image.ImageShape;
import io.pix2pix.api.image.PairShape;
import io.pix2pix.train.description.NetworkDescriptions;
import io.pix2pix.train.description.NetworkText;
import io.pix2pix.train.experiment.PluginReader;
import jakarta.inject.Inject;
import java.util.Optional;

/** Says of networks with their defaults what they make of images of the paper's size. */
final class ListedNetworks {
  private static final ImageShape IMAGE = new ImageShape(256, 256, 3);

  private final PluginReader reader;

  @Inject
  ListedNetworks(PluginReader reader) {
    this.reader = reader;
  }

  /**
   * What a plug-in of a role makes of an image; nothing if it is no network, or has no defaults.
   *
   * @param role for example {@code generator}
   */
  Optional<String> facts(String role, String name) {
    try {
      return switch (role) {
        case "generator" -> Optional.of(generator(reader.read(Generator.class, name, name)));
        case "discriminator" ->
            Optional.of(discriminator(reader.read(Discriminator.class, name, name)));
        default -> Optional.empty();
      };
    } catch (InvalidInputException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static String generator(Generator generator) {
    var facts = NetworkText.facts(NetworkDescriptions.of(generator, IMAGE, IMAGE.channels()));
    int multiple = generator.sizeMultiple();
    return multiple == 1 ? facts : facts + "; sizes are multiples of " + multiple;
  }

  private static String discriminator(Discriminator discriminator) {
    return NetworkText.facts(NetworkDescriptions.of(discriminator, new PairShape(IMAGE, IMAGE)));
  }
}
