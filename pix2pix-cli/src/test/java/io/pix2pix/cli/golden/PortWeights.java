package io.pix2pix.cli.golden;

import com.google.common.collect.ImmutableMap;
import io.pix2pix.api.network.Variable;
import io.pix2pix.api.network.Variables;
import io.pix2pix.testing.Tensors;
import io.pix2pix.train.weights.SafetensorsReader;
import org.tensorflow.Session;
import org.tensorflow.types.TFloat32;

/**
 * The weights of one network in a file of the PyTorch port.
 *
 * @param file where they are
 * @param prefix of the port's names, for example {@code init.G.}
 * @param network of ours: the first part of its variables' names
 * @param layers our layer to the port's
 */
record PortWeights(
    SafetensorsReader file, String prefix, String network, ImmutableMap<String, String> layers) {
  private static final ImmutableMap<String, String> PARTS =
      ImmutableMap.of(
          "kernel", "weight",
          "bias", "bias",
          "scale", "weight",
          "offset", "bias",
          "mean", "running_mean",
          "variance", "running_var");

  /**
   * Gives each variable of the network its value in the file; a bias that the port does not have
   * becomes zero.
   */
  void writeTo(Variables variables, Session session) {
    for (var variable : variables.all()) {
      if (variable.name().startsWith(network + "/")) {
        try (var value = Tensors.ofArray(variable.shape(), valueOf(variable))) {
          floats(variable).write(session, value);
        }
      }
    }
  }

  /** The value of a variable in the file, in our layout. */
  float[] valueOf(Variable<?> variable) {
    var name = portName(variable);
    if (variable.name().endsWith("/bias") && !file.names().contains(name)) {
      return new float[(int) variable.size()];
    }
    var values = file.floats(name);
    if (!variable.name().endsWith("/kernel")) {
      return values;
    }
    boolean transposed = variable.name().contains("/decoder");
    return transposed
        ? Layouts.transpose(values, file.shape(name), 2, 3, 0, 1)
        : Layouts.transpose(values, file.shape(name), 2, 3, 1, 0);
  }

  @SuppressWarnings("unchecked") // networks have variables of floats only
  private static Variable<TFloat32> floats(Variable<?> variable) {
    return (Variable<TFloat32>) variable;
  }

  private String portName(Variable<?> variable) {
    int slash = variable.name().lastIndexOf('/');
    var layer = variable.name().substring(network.length() + 1, slash);
    var part = variable.name().substring(slash + 1);
    return prefix + layers.get(layer) + "." + PARTS.get(part);
  }
}
