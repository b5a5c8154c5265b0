package io.pix2pix.models.savedmodel;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSortedSet;
import com.google.common.collect.Maps;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tensorflow.Operand;
import org.tensorflow.Output;
import org.tensorflow.SavedModelBundle;
import org.tensorflow.exceptions.TensorFlowException;
import org.tensorflow.op.Ops;
import org.tensorflow.proto.SignatureDef;
import org.tensorflow.types.TFloat32;

/**
 * A signature of a TensorFlow SavedModel that takes images and gives feature maps. Its operations
 * are built anew in our graph, with its weights as constants, so that gradients flow through it.
 *
 * @param folder that holds {@code saved_model.pb}
 * @param signature its name
 */
public record FrozenModel(Path folder, String signature) {

  /**
   * Adds the model to a graph.
   *
   * @param image {@code [n, h, w, c]}: the one input of the signature
   * @param outputs names of outputs of the signature
   * @return {@code [n, h_i, w_i, c_i]} for each of the outputs
   * @throws IllegalArgumentException if there is no such model, signature or output, or if it holds
   *     what cannot be built anew
   */
  public ImmutableList<Operand<TFloat32>> build(
      Ops tf, Operand<TFloat32> image, ImmutableList<String> outputs) {
    checkArgument(
        Files.isRegularFile(folder.resolve("saved_model.pb")),
        "%s: holds no saved_model.pb; name the folder of a TensorFlow SavedModel",
        folder);
    try (var bundle = SavedModelBundle.load(folder.toString())) {
      var graph = bundle.metaGraphDef().getGraphDef();
      var definition = definition(bundle);
      var functions =
          Maps.uniqueIndex(graph.getLibrary().getFunctionList(), f -> f.getSignature().getName());
      var given = ImmutableMap.of(input(definition), (Value) new Value.Tensor(image.asOutput()));
      var inlining =
          new Inlining(tf, new SavedWeights(tf, bundle), functions, graph.getNodeList(), given);
      return maps(inlining, definition, outputs);
    } catch (TensorFlowException e) {
      throw refusal(String.valueOf(e.getMessage()), e);
    }
  }

  private SignatureDef definition(SavedModelBundle bundle) {
    var known = bundle.metaGraphDef().getSignatureDefMap();
    return chosen("signature", signature, known);
  }

  private String input(SignatureDef definition) {
    checkArgument(
        definition.getInputsCount() == 1,
        "%s: signature %s has inputs %s; it must have one, the image",
        folder,
        signature,
        ImmutableSortedSet.copyOf(definition.getInputsMap().keySet()));
    return NodeName.parse(definition.getInputsMap().values().iterator().next().getName()).node();
  }

  private ImmutableList<Operand<TFloat32>> maps(
      Inlining inlining, SignatureDef definition, ImmutableList<String> outputs) {
    var maps = ImmutableList.<Operand<TFloat32>>builder();
    for (var output : outputs) {
      var info = chosen("output", output, definition.getOutputsMap());
      maps.add(map(output, value(inlining, info.getName())));
    }
    return maps.build();
  }

  private Value value(Inlining inlining, String reference) {
    try {
      return inlining.value(reference);
    } catch (IllegalArgumentException e) {
      throw refusal(String.valueOf(e.getMessage()), e);
    }
  }

  @SuppressWarnings("unchecked") // the type is looked at before the cast
  private Operand<TFloat32> map(String output, Value value) {
    if (value instanceof Value.Tensor tensor
        && tensor.output().type().equals(TFloat32.class)
        && tensor.output().shape().numDimensions() == 4
        && !tensor.output().shape().hasUnknownDimension()) {
      return (Output<TFloat32>) tensor.output();
    }
    throw refusal("output " + output + " is no feature map [n, h, w, c] of float32", null);
  }

  private IllegalArgumentException refusal(String why, @Nullable Throwable cause) {
    return new IllegalArgumentException(
        folder + ": signature " + signature + " cannot be frozen: " + why, cause);
  }

  private <T> T chosen(String what, String name, Map<String, T> known) {
    var found = known.get(name);
    checkArgument(
        found != null,
        "%s: has no %s \"%s\"; known: %s",
        folder,
        what,
        name,
        String.join(", ", ImmutableSortedSet.copyOf(known.keySet())));
    return found;
  }
}
