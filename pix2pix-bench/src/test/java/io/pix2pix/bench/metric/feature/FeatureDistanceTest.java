package io.pix2pix.bench.metric.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pix2pix.api.error.InvalidInputException;
import io.pix2pix.bench.metric.Patterns;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tensorflow.Graph;
import org.tensorflow.Session;
import org.tensorflow.SessionFunction;
import org.tensorflow.Signature;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.types.TFloat32;

/**
 * Features of row i and column j are {@code ((7i + 3j + ij(k+2) + 5k) % 11) / 11} for set k.
 * Reference values by NumPy: np.cov, and the roots of the eigenvalues of the product of covariances
 * for the trace (scipy.linalg.sqrtm gives the same where it is not singular); KID from its formula.
 * On 300 pictures and the features of a convolutional network that Keras 3.15 exported, {@code
 * pix2pix evaluate} and SciPy 1.17 (sqrtm) agree in six digits.
 */
class FeatureDistanceTest {
  private static final Offset<Double> ROUNDING = Offset.offset(1e-6);

  @TempDir private Path folder;

  @Test
  void frechetDistanceOfMoreImagesThanFeatures() {
    assertThat(FrechetInceptionDistance.distance(set(9, 4, 0), set(9, 4, 1)))
        .isCloseTo(0.12887252044972197, ROUNDING);
  }

  @Test
  void frechetDistanceOfFewerImagesThanFeatures() {
    assertThat(FrechetInceptionDistance.distance(set(5, 12, 0), set(5, 12, 1)))
        .isCloseTo(1.3794117012783862, ROUNDING);
  }

  @Test
  void kernelDistanceIsEstimatedWithoutBias() {
    assertThat(KernelInceptionDistance.distance(set(9, 4, 0), set(9, 4, 1), once(9)))
        .isCloseTo(-0.05166334679012108, ROUNDING);
    assertThat(KernelInceptionDistance.distance(set(5, 12, 0), set(5, 12, 1), once(5)))
        .isCloseTo(-0.02380374840402899, ROUNDING);
  }

  /**
   * Set {a, b, b'} with b' a copy of b: the four pairs of a with b and b' are all the pair (a, b).
   */
  @Test
  void aCopyOfAnImageIsNotComparedWithIt() {
    var one = set(2, 4, 0);
    var other = set(2, 4, 1);

    double apart =
        KernelInceptionDistance.distance(one, other, new int[] {1, 2})
            - KernelInceptionDistance.distance(one, other, new int[] {1, 1});

    // Only the mean between the sets changes, by weights of 4/9, 2/9, 2/9 and 1/9 for quarters.
    double before = mean(one, other, new int[] {0, 1});
    double after = mean(one, other, new int[] {0, 1, 1});
    assertThat(apart).isCloseTo(2 * before - 2 * after, ROUNDING);
  }

  /** The model takes the mean color of an image: equal sets are not apart, others are. */
  @Test
  void aSavedModelGivesTheFeatures() throws IOException {
    var model = model(Shape.of(-1, -1, -1, 3)).toString();
    var same = Patterns.evaluated(Patterns.mixed(0), Patterns.mixed(0));
    var half = Patterns.evaluated(Patterns.mixed(0.5), Patterns.mixed(0.5));
    var other = Patterns.evaluated(Patterns.mixed(1), Patterns.mixed(0));

    assertThat(Patterns.values(new FrechetInceptionDistance(model, -1, 1), same, half)[0])
        .isCloseTo(0, ROUNDING);
    assertThat(Patterns.values(new FrechetInceptionDistance(model, -1, 1), other, half)[0])
        .isGreaterThan(1e-4);
    assertThat(Patterns.values(new KernelInceptionDistance(model, 0, 255), other, half)[0])
        .isNotCloseTo(0, ROUNDING);
  }

  @Test
  void refusesAFolderThatHoldsNoModelAndAnImageThatTheModelDoesNotTake() throws IOException {
    var pair = Patterns.evaluated(Patterns.mixed(0), Patterns.mixed(0));
    var none = new KernelInceptionDistance(folder.toString(), -1, 1);
    assertThatThrownBy(() -> Patterns.values(none, pair, pair))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("holds no saved_model.pb");

    var fixed = new KernelInceptionDistance(model(Shape.of(1, 8, 8, 3)).toString(), -1, 1);
    assertThatThrownBy(() -> Patterns.values(fixed, pair, pair))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("pattern: the model takes [1, 8, 8, 3], not [1, 48, 40, 3]");
  }

  @Test
  void oneImageIsNoSet() throws IOException {
    var pair = Patterns.evaluated(Patterns.mixed(0), Patterns.mixed(0));
    var kid = new KernelInceptionDistance(model(Shape.of(-1, -1, -1, 3)).toString(), -1, 1);

    assertThatThrownBy(() -> kid.check(Patterns.around(pair)))
        .isInstanceOf(InvalidInputException.class)
        .hasMessage("kid: wants two images at least; leave it out");
  }

  private Path model(Shape shape) throws IOException {
    var saved = folder.resolve("model" + shape.get(1));
    try (var graph = new Graph();
        var session = new Session(graph)) {
      var tf = Ops.create(graph);
      var images = tf.placeholder(TFloat32.class, Placeholder.shape(shape));
      var features = tf.math.mean(images, tf.constant(new int[] {1, 2}));
      var signature =
          Signature.builder().input("images", images).output("features", features).build();
      SessionFunction.create(signature, session).save(saved.toString());
    }
    return saved;
  }

  private static double mean(double[][] one, double[][] other, int[] rows) {
    double sum = 0;
    for (int i : rows) {
      for (int j : rows) {
        double product = IntStream.range(0, 4).mapToDouble(k -> one[i][k] * other[j][k]).sum();
        sum += Math.pow(product / 4 + 1, 3);
      }
    }
    return sum / (rows.length * rows.length);
  }

  private static int[] once(int rows) {
    var once = new int[rows];
    Arrays.fill(once, 1);
    return once;
  }

  private static double[][] set(int n, int d, int k) {
    var rows = new double[n][d];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < d; j++) {
        rows[i][j] = (7 * i + 3 * j + i * j * (k + 2) + 5 * k) % 11 / 11.0;
      }
    }
    return rows;
  }
}
