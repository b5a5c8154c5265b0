package io.pix2pix.cli.golden;

import static io.pix2pix.testing.PixAssertions.assertThat;

import io.pix2pix.api.network.Discriminator;
import io.pix2pix.api.network.Phase;
import io.pix2pix.api.pytorch.PytorchCompatible;
import io.pix2pix.models.discriminator.PatchGan;
import io.pix2pix.models.discriminator.PixelGan;
import io.pix2pix.testing.TestGraph;
import io.pix2pix.train.weights.SafetensorsReader;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tensorflow.types.TFloat32;

@Tag("numerical")
class DiscriminatorGoldenIT {
  private static final double TOLERANCE = 1e-5;

  @Test
  void pixelGivesTheLogitsOfThePort() {
    try (var golden = Goldens.open("discriminators.safetensors")) {
      int filters = golden.shape("D0.net.0.weight").get(0).intValue();
      var pixel = new PixelGan(filters, true, Goldens.normalization(golden), false);
      agrees(golden, pixel, "D0");
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5})
  void patchGivesTheLogitsOfThePort(int halvings) {
    try (var golden = Goldens.open("discriminators.safetensors")) {
      var name = "D" + halvings;
      int filters = golden.shape(name + ".model.0.weight").get(0).intValue();
      var patch =
          new PatchGan(
              PatchFields.of(halvings), filters, true, Goldens.normalization(golden), false);
      agrees(golden, patch, name);
    }
  }

  private static <N extends Discriminator & PytorchCompatible<Discriminator>> void agrees(
      SafetensorsReader golden, N discriminator, String name) {
    try (var graph = new TestGraph()) {
      var x = graph.constant(Goldens.imageShape(golden, "x"), Goldens.images(golden, "x"));
      var judgment = discriminator.build(graph.layers("discriminator", Phase.TRAINING), x);
      PortWeights.of(golden, name + ".", "discriminator", discriminator)
          .writeTo(graph.variables(), graph.initialize().session());

      var logits = judgment.scales().get(0).logits();
      try (var result = graph.session().runner().fetch(logits).run()) {
        assertThat((TFloat32) result.get(0))
            .isCloseTo(Goldens.images(golden, name + ".logits"), TOLERANCE);
      }
    }
  }
}
