package io.pix2pix.train.exchange;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.primitives.Ints;
import com.google.common.primitives.Longs;
import io.pix2pix.api.network.Variable;
import io.pix2pix.api.pytorch.StateDictLayers;
import io.pix2pix.train.weights.WeightFile;
import java.util.Optional;

/**
 * A weight of ours and what it is in the public PyTorch port.
 *
 * @param variable our name, for example {@code generator/encoder1/kernel}
 * @param shape here; kernels are {@code [height, width, in, out]}
 * @param name in the port's {@code state_dict}
 * @param layout in which it lies there
 * @param optional whether the port has no such weight, and zeros stand for it
 */
public record StateDictTensor(
    String variable, ImmutableList<Long> shape, String name, StateDictLayout layout, boolean optional) {
  private static final ImmutableMap<String, String> PARTS =
      ImmutableMap.of(
          "kernel", "weight",
          "bias", "bias",
          "scale", "weight",
          "offset", "bias",
          "mean", "running_mean",
          "variance", "running_var");

  /**
   * What a variable is in the port.
   *
   * @param variable of a network; its name is a parameter group's, a layer's and a part's
   * @param layers of that network
   */
  public static StateDictTensor of(Variable<?> variable, StateDictLayers layers) {
    var name = variable.name();
    var layer = name.substring(name.indexOf('/') + 1, name.lastIndexOf('/'));
    var part = name.substring(name.lastIndexOf('/') + 1);
    var known = layers.names().get(layer);
    if (known == null || !PARTS.containsKey(part)) {
      throw new IllegalStateException(name + " has no counterpart among " + layers.names());
    }
    return new StateDictTensor(
        name,
        ImmutableList.copyOf(Longs.asList(variable.shape().asArray())),
        known + "." + PARTS.get(part),
        StateDictLayout.of(variable),
        part.equals("bias") && layers.withoutBias().contains(layer));
  }

  /** Its shape in the port. */
  public ImmutableList<Long> portShape() {
    return layout.toPort(shape);
  }

  /**
   * Its elements in a file of the port, in our layout.
   *
   * @throws io.pix2pix.api.error.InvalidInputException if it is missing there and not optional
   */
  public float[] read(WeightFile file) {
    if (optional && !file.names().contains(name)) {
      return new float[Ints.checkedCast(shape.stream().reduce(1L, Math::multiplyExact))];
    }
    return layout.fromPort(file.floats(name), shape);
  }

  /** The port counts the batches that running statistics were made of; the name of its count. */
  Optional<String> countName() {
    return variable.endsWith("/mean")
        ? Optional.of(name.replaceFirst("running_mean$", "num_batches_tracked"))
        : Optional.empty();
  }
}
