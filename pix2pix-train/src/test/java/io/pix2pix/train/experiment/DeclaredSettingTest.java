package io.pix2pix.train.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import io.pix2pix.api.plugin.Setting;
import org.junit.jupiter.api.Test;

class DeclaredSettingTest {
  record Shared(
      @Setting(value = "1", meaning = "an edge") int edge,
      @Setting(key = "synchronized", value = "false", meaning = "a choice") boolean isShared) {}

  @Test
  void aKeyIsTheNameOfTheComponentUnlessJavaReservesThatWord() {
    var settings = DeclaredSetting.of(Shared.class);

    assertThat(settings).extracting(DeclaredSetting::key).containsExactly("edge", "synchronized");
    assertThat(settings.get(1).valueIn(new Shared(1, true))).isEqualTo(true);
  }
}
