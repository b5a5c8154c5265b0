package io.pix2pix.cli.golden;

import io.pix2pix.api.network.GraphSession;
import io.pix2pix.api.network.Variable;
import io.pix2pix.api.network.Variables;
import io.pix2pix.api.pytorch.PytorchCompatible;
import io.pix2pix.api.pytorch.StateDictLayers;
import io.pix2pix.testing.Tensors;
import io.pix2pix.train.exchange.StateDictTensor;
import io.pix2pix.train.exchange.WithoutPrefix;
import io.pix2pix.train.weights.WeightFile;
import org.tensorflow.types.TFloat32;

/**
 * The weights of one network in a file of the PyTorch port.
 *
 * @param file where they are
 * @param group whose network it is: the first part of its variables' names
 * @param layers what the port calls our layers
 */
record PortWeights(WeightFile file, String group, StateDictLayers layers) {

  /**
   * The weights whose names begin alike.
   *
   * @param prefix for example {@code init.G.}
   */
  static PortWeights of(
      WeightFile file, String prefix, String group, PytorchCompatible<?> network) {
    return new PortWeights(new WithoutPrefix(file, prefix), group, network.stateDictLayers());
  }

  /**
   * Gives each variable of the network its value in the file; a bias that the port does not have
   * becomes zero.
   */
  void writeTo(Variables variables, GraphSession session) {
    for (var variable : variables.all()) {
      if (variable.name().startsWith(group + "/")) {
        try (var value = Tensors.ofArray(variable.shape(), valueOf(variable))) {
          floats(variable).write(session, value);
        }
      }
    }
  }

  /** The value of a variable in the file, in our layout. */
  float[] valueOf(Variable<?> variable) {
    return StateDictTensor.of(variable, layers).read(file);
  }

  @SuppressWarnings("unchecked") // networks have variables of floats only
  private static Variable<TFloat32> floats(Variable<?> variable) {
    return (Variable<TFloat32>) variable;
  }
}
