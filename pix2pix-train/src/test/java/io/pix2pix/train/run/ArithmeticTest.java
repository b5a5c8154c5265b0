package io.pix2pix.train.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.pix2pix.testing.Provided;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.tensorflow.proto.NodeDef;

@Tag("numerical")
class ArithmeticTest {

  @Test
  void isWhatTheEnvironmentAsksFor() {
    var setting = System.getenv(Arithmetic.ONE_DNN);
    Provided.require(setting != null, "needs " + Arithmetic.ONE_DNN + ", which the build sets");

    assertThat(Arithmetic.current())
        .isEqualTo(
            new Arithmetic(
                setting.equals("0") ? "Eigen" : "oneDNN", Arithmetic.ONE_DNN + "=" + setting));
  }

  @Test
  void isToldInASentence() {
    assertThat(new Arithmetic("oneDNN", "TF_ENABLE_ONEDNN_OPTS=1").sentence())
        .isEqualTo("Convolutions are computed by oneDNN (TF_ENABLE_ONEDNN_OPTS=1).");
  }

  @Test
  void isReadOffTheOperationThatRan() {
    var eigen = NodeDef.newBuilder().setOp("Conv2D").setDevice("/device:CPU:0");
    var oneDnn = NodeDef.newBuilder().setOp("_MklNativeConv2D").setDevice("/device:CPU:0");
    var gpu = NodeDef.newBuilder().setOp("Conv2D").setDevice("/device:GPU:0");

    assertThat(Arithmetic.of(eigen.build(), Optional.empty()))
        .hasToString("Eigen (TensorFlow's default on this processor)");
    assertThat(Arithmetic.of(oneDnn.build(), Optional.of("1")))
        .hasToString("oneDNN (TF_ENABLE_ONEDNN_OPTS=1)");
    assertThat(Arithmetic.of(gpu.build(), Optional.of("1"))).hasToString("cuDNN (/device:GPU:0)");
  }
}
