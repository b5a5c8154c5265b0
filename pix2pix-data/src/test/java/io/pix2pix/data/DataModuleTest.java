package io.pix2pix.data;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.inject.Guice;
import com.google.inject.Injector;
import com.google.inject.Key;
import com.google.inject.TypeLiteral;
import io.pix2pix.api.data.Batching;
import io.pix2pix.api.plugin.PluginName;
import io.pix2pix.data.batch.PrefetchedBatching;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DataModuleTest {
  private final Injector injector =
      Guice.createInjector(new DataModule(), binder -> binder.requireExplicitBindings());

  @Test
  void listsItsPlugins() {
    Map<PluginName, Class<?>> plugins =
        injector.getInstance(Key.get(new TypeLiteral<Map<PluginName, Class<?>>>() {}));

    assertThat(plugins.keySet())
        .extracting(PluginName::name)
        .containsExactlyInAnyOrder(
            "colorization",
            "deblurring",
            "edges",
            "folders",
            "image-folder",
            "inpainting",
            "list",
            "mixed",
            "paired",
            "super-resolution",
            "synthetic-facades",
            "webdataset",
            "affine",
            "color",
            "crop",
            "erase",
            "flip",
            "jitter",
            "jpeg",
            "mirror",
            "noise",
            "quarter-turns",
            "scale");
  }

  @Test
  void bindsBatching() {
    assertThat(injector.getInstance(Batching.class)).isInstanceOf(PrefetchedBatching.class);
  }
}
