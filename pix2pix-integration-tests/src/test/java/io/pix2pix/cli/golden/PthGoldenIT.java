package io.pix2pix.cli.golden;

import static io.pix2pix.testing.PixAssertions.assertThat;

import io.pix2pix.api.network.Phase;
import io.pix2pix.api.network.Statistics;
import io.pix2pix.testing.TestGraph;
import io.pix2pix.train.exchange.WeightFiles;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tensorflow.types.TFloat32;

/** Files of {@code torch.save} with the weights of {@code generator_unet.safetensors}. */
@Tag("numerical")
class PthGoldenIT {
  @ParameterizedTest
  @ValueSource(strings = {"latest_net_G.pth", "latest_net_G.legacy.pth"})
  void givesThePicturesOfThePort(String name) {
    var file = Goldens.file(name);
    try (var golden = Goldens.open("generator_unet.safetensors");
        var weights = WeightFiles.open(file);
        var graph = new TestGraph()) {
      int filters = Math.toIntExact(weights.shape("model.model.0.weight").get(0));
      var unet =
          Goldens.unet(Goldens.number(golden, "num_downs"), filters, Goldens.normalization(golden));
      var x = graph.constant(Goldens.imageShape(golden, "x"), Goldens.images(golden, "x"));
      int channels = golden.shape("y_running_stats").get(1).intValue();
      var layers = graph.layers("generator", Phase.translation(Statistics.RUNNING, false));
      var y = unet.build(layers, x, channels);
      PortWeights.of(weights, "", "generator", unet)
          .writeTo(graph.variables(), graph.initialize().session());

      try (var result = graph.session().runner().fetch(y).run()) {
        assertThat((TFloat32) result.get(0))
            .isCloseTo(Goldens.images(golden, "y_running_stats"), 1e-5);
      }
    }
  }
}
