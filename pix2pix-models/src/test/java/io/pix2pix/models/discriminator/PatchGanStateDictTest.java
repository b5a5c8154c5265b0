package io.pix2pix.models.discriminator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.pix2pix.api.network.Normalization;
import io.pix2pix.api.pytorch.StateDictShapes;
import io.pix2pix.api.pytorch.PytorchCompatible.Detected;
import io.pix2pix.models.normalization.BatchNormalization;
import io.pix2pix.models.normalization.GroupNormalization;
import io.pix2pix.models.normalization.InstanceNormalization;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PatchGanStateDictTest {
  private static final Normalization BATCH = new BatchNormalization(1e-5);
  private static final PatchGan ANY = new PatchGan(70, 64, true, BATCH, false);

  /** With n layers of stride 2 the port's last convolution is number 3 n + 2. */
  @ParameterizedTest
  @CsvSource({"1, 16", "2, 34", "3, 70", "4, 142", "5, 286", "6, 574"})
  void readsTheReceptiveFieldOffTheNumberOfLayers(int halvings, int receptiveField) {
    var tensors =
        new StateDictShapes(
            ImmutableMap.of(
                "model.0.weight",
                ImmutableList.of(8L, 6L, 4L, 4L),
                "model.3.weight",
                ImmutableList.of(16L),
                "model." + (3 * halvings + 2) + ".weight",
                ImmutableList.of(1L, 64L, 4L, 4L)));

    assertThat(ANY.recognize(tensors))
        .contains(new Detected<>(new PatchGan(receptiveField, 8, true, BATCH, false), 6, 1));
  }

  @Test
  void tellsInstanceNormalizationByBiases() {
    var kernel = ImmutableList.of(1L, 3L, 4L, 4L);
    var tensors =
        new StateDictShapes(
            ImmutableMap.of(
                "model.0.weight",
                kernel,
                "model.2.bias",
                ImmutableList.of(2L),
                // As in old files, where it means nothing.
                "model.3.running_mean",
                ImmutableList.of(2L),
                "model.5.weight",
                kernel));

    assertThat(ANY.recognize(tensors).map(Detected::network))
        .contains(new PatchGan(16, 1, true, new InstanceNormalization(1e-5), false));
  }

  @Test
  void namesSettingsThatThePortLacks() {
    assertThatThrownBy(
            new PatchGan(16, 8, true, new GroupNormalization(2, 1e-5), false)::stateDictLayers)
        .hasMessageStartingWith("normalization: the PyTorch port has batch and instance");
    assertThatThrownBy(new PatchGan(16, 8, true, BATCH, true)::stateDictLayers)
        .hasMessageStartingWith("spectralNormalization: the PyTorch port has none");
  }

  @Test
  void lacksBiasesWhereThePortNormalizesByBatch() {
    assertThat(new PatchGan(16, 8, true, BATCH, false).stateDictLayers().withoutBias())
        .containsExactly("layer2");
  }
}
