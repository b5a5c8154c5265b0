package io.pix2pix.cli;

import static org.assertj.core.api.Assertions.assertThat;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import com.google.common.collect.ImmutableMap;
import java.util.HashSet;
import java.util.Set;

/**
 * What ONNX's own checker asks of a model: the version of its format goes with that of its
 * operators, every name is given once and is one of C, nodes take what is there before them, and
 * constants have as many bytes as their shapes say.
 */
final class OnnxRules {
  private static final ImmutableMap<Integer, Integer> BYTES =
      ImmutableMap.of(
          DataType.FLOAT.getNumber(), Float.BYTES,
          DataType.INT64.getNumber(), Long.BYTES,
          DataType.BOOL.getNumber(), 1);

  private OnnxRules() {}

  static void assertKept(ModelProto model) {
    assertThat(model.getIrVersion()).isEqualTo(8);
    assertThat(model.getOpsetImportList())
        .singleElement()
        .satisfies(
            opset -> {
              assertThat(opset.getDomain()).isEmpty();
              assertThat(opset.getVersion()).isEqualTo(18);
            });
    assertOrdered(model.getGraph());
    model.getGraph().getInitializerList().forEach(OnnxRules::assertWhole);
    model.getGraph().getInputList().forEach(OnnxRules::assertTyped);
    model.getGraph().getOutputList().forEach(OnnxRules::assertTyped);
  }

  private static void assertOrdered(GraphProto graph) {
    assertThat(graph.getName()).isNotEmpty();
    var known = new HashSet<String>();
    var nodes = new HashSet<String>();
    graph.getInputList().forEach(input -> add(known, input.getName()));
    graph.getInitializerList().forEach(constant -> add(known, constant.getName()));
    for (var node : graph.getNodeList()) {
      add(nodes, node.getName());
      assertThat(known).as(node.getName()).containsAll(node.getInputList());
      node.getOutputList().forEach(output -> add(known, output));
    }
    assertThat(graph.getOutputList()).extracting(ValueInfoProto::getName).isSubsetOf(known);
    graph.getNodeList().forEach(node -> known.removeAll(node.getInputList()));
    assertThat(known).as("what nothing takes").containsExactly("generated");
  }

  private static void add(Set<String> names, String name) {
    assertThat(name).matches("[A-Za-z_][A-Za-z0-9_]*");
    assertThat(names.add(name)).as("%s is new", name).isTrue();
  }

  private static void assertWhole(TensorProto constant) {
    long elements = constant.getDimsList().stream().reduce(1L, Math::multiplyExact);
    assertThat(BYTES).as(constant.getName()).containsKey(constant.getDataType());
    assertThat((long) constant.getRawData().size())
        .as(constant.getName())
        .isEqualTo(elements * BYTES.getOrDefault(constant.getDataType(), 0));
  }

  private static void assertTyped(ValueInfoProto value) {
    var type = value.getType().getTensorType();
    assertThat(type.getElemType()).isEqualTo(DataType.FLOAT.getNumber());
    assertThat(type.getShape().getDimCount()).isEqualTo(4);
  }
}
