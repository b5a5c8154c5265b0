package io.pix2pix.api.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.tensorflow.Graph;
import org.tensorflow.op.Ops;
import org.tensorflow.proto.DataType;
import org.tensorflow.proto.GraphDef;
import org.tensorflow.proto.NodeDef;

/** What PrecisionTest cannot run on every processor. */
class RoundedProductsTest {
  @Test
  void oneDnnIsAskedByNameWhereTheProcessorMultipliesBfloat16() {
    var convolution = only("_MklNativeConv2D", RoundedProducts.of(convolution(), true));

    assertThat(convolution.getAttrOrThrow("T").getType()).isEqualTo(DataType.DT_BFLOAT16);
    assertThat(convolution.getAttrOrThrow("_kernel").getS().toStringUtf8())
        .isEqualTo("MklNameChangeOp");
  }

  @Test
  void elsewhereRoundedNumbersAreMultipliedAsFloats() {
    var convolution = only("Conv2D", RoundedProducts.of(convolution(), false));

    assertThat(convolution.getAttrOrThrow("T").getType()).isEqualTo(DataType.DT_FLOAT);
  }

  @Test
  void anOperandOfTwoProductsIsRoundedOnce() {
    try (var graph = new Graph()) {
      var tf = Ops.create(graph);
      var x = tf.fill(tf.array(2, 2), tf.constant(1f));
      tf.linalg.matMul(tf.linalg.matMul(x, x), x);

      assertThat(RoundedProducts.of(graph.toGraphDef(), true).getNodeList())
          .filteredOn(node -> node.getOp().equals("Cast"))
          .extracting(NodeDef::getName)
          .containsExactlyInAnyOrder("Fill/rounded", "MatMul", "MatMul/rounded", "MatMul_1");
    }
  }

  private static GraphDef convolution() {
    try (var graph = new Graph()) {
      var tf = Ops.create(graph);
      var x = tf.fill(tf.array(1, 2, 2, 1), tf.constant(1f));
      var kernel = tf.fill(tf.array(2, 2, 1, 1), tf.constant(1f));
      tf.nn.conv2d(x, kernel, List.of(1L, 1L, 1L, 1L), "VALID");
      return graph.toGraphDef();
    }
  }

  private static NodeDef only(String operation, GraphDef nodes) {
    var found =
        nodes.getNodeList().stream().filter(node -> node.getOp().equals(operation)).toList();
    assertThat(found).hasSize(1);
    return found.get(0);
  }
}
