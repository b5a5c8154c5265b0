package io.pix2pix.cli.golden;

import static io.pix2pix.testing.PixAssertions.assertThat;

import io.pix2pix.api.network.Phase;
import io.pix2pix.api.network.Statistics;
import io.pix2pix.models.generator.Unet;
import io.pix2pix.testing.TestGraph;
import io.pix2pix.train.weights.SafetensorsReader;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.tensorflow.types.TFloat32;

@Tag("numerical")
class GeneratorGoldenIT {
  private static final double TOLERANCE = 1e-5;

  @Test
  void unetGivesThePicturesOfThePortWithBatchStatistics() {
    agrees(Statistics.BATCH, "y_batch_stats");
  }

  @Test
  void unetGivesThePicturesOfThePortWithRunningStatistics() {
    agrees(Statistics.RUNNING, "y_running_stats");
  }

  private static void agrees(Statistics statistics, String expected) {
    try (var golden = Goldens.open("generator_unet.safetensors");
        var graph = new TestGraph()) {
      int levels = Goldens.number(golden, "num_downs");
      var x = graph.constant(Goldens.imageShape(golden, "x"), Goldens.images(golden, "x"));
      int channels = golden.shape(expected).get(1).intValue();
      var layers = graph.layers("generator", new Phase(statistics, false, false, false));
      var unet = unet(golden, levels);
      var y = unet.build(layers, x, channels);
      PortWeights.of(golden, "G.", "generator", unet)
          .writeTo(graph.variables(), graph.initialize().session());

      try (var result = graph.session().runner().fetch(y).run()) {
        assertThat((TFloat32) result.get(0)).isCloseTo(Goldens.images(golden, expected), TOLERANCE);
      }
    }
  }

  private static Unet unet(SafetensorsReader golden, int levels) {
    int filters = golden.shape("G.model.model.0.weight").get(0).intValue();
    return Goldens.unet(levels, filters, Goldens.normalization(golden));
  }
}
