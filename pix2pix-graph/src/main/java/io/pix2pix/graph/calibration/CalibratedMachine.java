package io.pix2pix.graph.calibration;

import com.google.common.hash.Hashing;
import io.pix2pix.api.network.SessionSettings;
import io.pix2pix.train.run.Arithmetic;
import io.pix2pix.train.run.Machine;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.tensorflow.TensorFlow;

/**
 * What a measurement holds for.
 *
 * @param processor its model, or its architecture where the system does not tell
 * @param cores that this process may use
 * @param threads of a step; 0 for one on each core
 * @param tensorflow the version of the native library
 * @param oneDnn what {@code TF_ENABLE_ONEDNN_OPTS} says; it decides what the plain operations are
 */
public record CalibratedMachine(
    String processor, int cores, int threads, String tensorflow, String oneDnn) {

  /** This machine and process. */
  public static CalibratedMachine current(SessionSettings settings) {
    var machine = Machine.current();
    return new CalibratedMachine(
        machine.processor().orElse(machine.architecture()),
        machine.processors(),
        settings.threads(),
        TensorFlow.version(),
        Optional.ofNullable(System.getenv(Arithmetic.ONE_DNN)).orElse(""));
  }

  /** For people, for example {@code AMD EPYC, 2 cores, TensorFlow 2.18.0}. */
  public String words() {
    return "%s, %d cores%s, TensorFlow %s%s"
        .formatted(
            processor,
            cores,
            threads == 0 ? "" : ", " + threads + " threads",
            tensorflow,
            oneDnn.isEmpty() ? "" : ", " + Arithmetic.ONE_DNN + "=" + oneDnn);
  }

  /** Short, and different for different machines: the name of a file. */
  public String fingerprint() {
    return Hashing.sha256()
        .hashString(toString(), StandardCharsets.UTF_8)
        .toString()
        .substring(0, 16);
  }
}
