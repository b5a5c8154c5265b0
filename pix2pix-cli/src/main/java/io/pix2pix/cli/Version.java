package io.pix2pix.cli;

import io.pix2pix.train.run.Software;
import picocli.CommandLine.IVersionProvider;

/** The version of the product and of what it stands on. */
final class Version implements IVersionProvider {
  @Override
  public String[] getVersion() {
    var software = Software.current();
    return new String[] {
      "pix2pix " + software.pix2pix(),
      "TensorFlow " + software.tensorflow(),
      "Java " + software.java(),
    };
  }
}
