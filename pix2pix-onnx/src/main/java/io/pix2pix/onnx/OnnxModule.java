package io.pix2pix.onnx;

import io.pix2pix.api.plugin.PluginModule;
import io.pix2pix.onnx.web.WebLayout;
import io.pix2pix.train.layout.ModelLayout;

/** What this jar adds to the layouts of exported generators. */
public final class OnnxModule extends PluginModule {

  @Override
  protected void plugins() {
    plugin(ModelLayout.class, "onnx", OnnxLayout.class);
    plugin(ModelLayout.class, "web", WebLayout.class);
  }
}
