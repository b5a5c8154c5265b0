package io.pix2pix.api.network;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.op.nn.LeakyRelu;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt64;

/**
 * What a network is built with: layers and weights, handed out by name. The same name gives the
 * same weight, however often a network is built. Used by the one thread that builds the graph.
 */
public final class Layers {
  private final Ops tf;
  private final Variables variables;
  private final VariableSnapshot snapshot;
  private final Phase phase;
  private final Noise noise;
  private final String path;
  private final boolean spectral;
  private final List<LayerNote> notes;
  private final Workers workers;

  /**
   * Layers of a process that works alone.
   *
   * @param tf where operations go
   * @param variables where weights come from
   * @param snapshot the moment at which they are read
   * @param phase how networks behave
   * @param noise where dropout's chance comes from
   * @param name the first part of every weight's name: a parameter group's
   */
  public Layers(
      Ops tf,
      Variables variables,
      VariableSnapshot snapshot,
      Phase phase,
      Noise noise,
      String name) {
    this(tf, variables, snapshot, phase, noise, name, Workers.ALONE);
  }

  /**
   * @param tf where operations go
   * @param variables where weights come from
   * @param snapshot the moment at which they are read
   * @param phase how networks behave
   * @param noise where dropout's chance comes from
   * @param name the first part of every weight's name: a parameter group's
   * @param workers who have the other shares of the batch
   */
  public Layers(
      Ops tf,
      Variables variables,
      VariableSnapshot snapshot,
      Phase phase,
      Noise noise,
      String name,
      Workers workers) {
    this.tf = tf.withSubScope(name);
    this.variables = variables;
    this.snapshot = snapshot;
    this.phase = phase;
    this.noise = noise;
    this.path = name;
    this.spectral = false;
    this.notes = new ArrayList<>();
    this.workers = workers;
  }

  private Layers(Layers outer, Ops tf, String path, boolean spectral) {
    this.tf = tf;
    this.variables = outer.variables;
    this.snapshot = outer.snapshot;
    this.phase = outer.phase;
    this.noise = outer.noise;
    this.path = path;
    this.spectral = spectral;
    this.notes = outer.notes;
    this.workers = outer.workers;
  }

  /** Where operations go. */
  public Ops tf() {
    return tf;
  }

  /** How networks behave. */
  public Phase phase() {
    return phase;
  }

  /** Who have the other shares of the batch. */
  public Workers workers() {
    return workers;
  }

  /** The path of weights, for example {@code generator/encoder1}. */
  public String path() {
    return path;
  }

  /** What was built with these layers and with all parts of the same network, in that order. */
  public ImmutableList<LayerNote> notes() {
    return ImmutableList.copyOf(notes);
  }

  /**
   * Notes a layer that is computed by operations of the caller, so that {@code pix2pix describe}
   * knows it. Convolutions and poolings of this class are noted by themselves.
   */
  public void note(LayerNote note) {
    notes.add(note);
  }

  /** The layers of a part of this network. */
  public Layers in(String name) {
    return new Layers(this, tf.withSubScope(name), path + "/" + name, spectral);
  }

  /**
   * The same layers, whose convolutions and transposed convolutions divide their kernels by the
   * largest singular value (Miyato et al. 2018, Spectral Normalization for Generative Adversarial
   * Networks).
   *
   * @param wanted false leaves the layers as they are
   */
  public Layers spectrallyNormalized(boolean wanted) {
    return wanted ? new Layers(this, tf, path, true) : this;
  }

  /**
   * A trained weight.
   *
   * @param shape of the weight
   * @param initial draws its first values
   * @return of that shape
   */
  public Operand<TFloat32> parameter(String name, Shape shape, Initializer initial) {
    return snapshot.value(variables.parameter(path + "/" + name, shape, initial));
  }

  /**
   * A running statistic: kept with the weights, not trained.
   *
   * @param initial its first value, everywhere
   * @return of that shape
   */
  public Operand<TFloat32> statistic(String name, Shape shape, float initial) {
    return snapshot.value(variables.statistic(path + "/" + name, shape, initial));
  }

  /**
   * Moves a running statistic a tenth of the way to what was seen in a batch, as PyTorch's default
   * momentum does; nothing outside of training.
   *
   * @param observed of the statistic's shape
   */
  public void track(String name, Operand<TFloat32> observed, float initial) {
    if (phase.tracking()) {
      var variable = variables.statistic(path + "/" + name, observed.shape(), initial);
      var before = snapshot.value(variable);
      var change = tf.math.mul(tf.math.sub(observed, before), tf.constant(0.1f));
      snapshot.track(variable, tf.math.add(before, change));
    }
  }

  /**
   * A convolution.
   *
   * @param x {@code [n, h, w, c]}; {@code h} and {@code w} may be unknown
   * @return {@code [n, h', w', filters]} with {@code h' = (h + 2 padding - kernel) / stride + 1},
   *     rounded down
   * @throws IllegalArgumentException if nothing would be left of the image, or it is too small to
   *     be mirrored at its border
   */
  public Operand<TFloat32> convolution(Operand<TFloat32> x, Convolution convolution) {
    checkSize(x.shape(), convolution);
    var kernel = kernel(x, convolution.kernel(), convolution.filters(), KernelLayout.CANONICAL);
    return convolution(x, kernel, convolution);
  }

  /**
   * A convolution with a kernel that the caller made, for example of a {@link #parameter}.
   *
   * @param x {@code [n, h, w, c]}; {@code h} and {@code w} may be unknown
   * @param kernel {@code [height, width, c, filters]}, as the convolution says
   * @return as of {@link #convolution(Operand, Convolution)}
   * @throws IllegalArgumentException if nothing would be left of the image, or it is too small to
   *     be mirrored at its border
   */
  public Operand<TFloat32> convolution(
      Operand<TFloat32> x, Operand<TFloat32> kernel, Convolution convolution) {
    checkSize(x.shape(), convolution);
    var y = Convolutions.convolve(tf, x, kernel, convolution);
    var biased = convolution.bias() ? biased(y, convolution.filters()) : y;
    note(LayerNote.convolution(path, convolution, x, biased));
    return biased;
  }

  private void checkSize(Shape shape, Convolution convolution) {
    checkSize(shape, shape.get(1), convolution);
    checkSize(shape, shape.get(2), convolution);
  }

  private void checkSize(Shape shape, long size, Convolution convolution) {
    if (size == Shape.UNKNOWN_SIZE) {
      return;
    }
    int edge = convolution.kernel();
    checkArgument(
        convolution.shrunk(size) >= 1,
        "%s: nothing is left of a feature map of %s under a %sx%s kernel",
        path,
        shape,
        edge,
        edge);
    checkArgument(
        size >= convolution.border().leastSize(convolution.padding()),
        "%s: a feature map of %s is too small to be mirrored %s pixels wide",
        path,
        shape,
        convolution.padding());
  }

  /**
   * A transposed convolution.
   *
   * @param x {@code [n, h, w, c]}; {@code h} and {@code w} may be unknown
   * @return {@code [n, h', w', filters]} with {@code h' = (h - 1) stride + kernel - 2 padding +
   *     outputPadding}
   */
  public Operand<TFloat32> transposedConvolution(
      Operand<TFloat32> x, TransposedConvolution convolution) {
    var kernel = kernel(x, convolution.kernel(), convolution.filters(), KernelLayout.OUT_BEFORE_IN);
    var y = Convolutions.transposed(tf, x, kernel, convolution);
    var biased = convolution.bias() ? biased(y, convolution.filters()) : y;
    note(LayerNote.transposedConvolution(path, convolution, x, biased));
    return biased;
  }

  /**
   * The mean of each square, for each channel.
   *
   * @param x {@code [n, h, w, c]}; {@code h} and {@code w} may be unknown
   * @param edge of a square, in pixels
   * @param stride from one square to the next, in pixels
   * @return {@code [n, h', w', c]} with {@code h' = (h - edge) / stride + 1}, rounded down
   */
  public Operand<TFloat32> averagePooling(Operand<TFloat32> x, int edge, int stride) {
    var y = Pooling.average(tf, x, edge, stride);
    note(LayerNote.pooling(path, new LayerNote.Window(edge, stride, 0), x, y));
    return y;
  }

  /** {@code max(x, slope x)}, for any shape. */
  public Operand<TFloat32> leakyRelu(Operand<TFloat32> x, float slope) {
    return tf.nn.leakyRelu(x, LeakyRelu.alpha(slope));
  }

  /**
   * Sets elements to zero at random and enlarges the others so that the mean stays; nothing where
   * the phase has no noise. Where images are independent, each gets what it would get alone.
   *
   * @param x {@code [n, ...]}
   * @param rate the probability of an element to be dropped, from 0 to below 1
   * @return of the same shape
   */
  public Operand<TFloat32> dropout(Operand<TFloat32> x, double rate) {
    if (rate == 0 || !phase.noise()) {
      return x;
    }
    Operand<TInt64> seed = noise.seedOf(tf, path);
    var size = phase.independent() ? Sizes.ofOne(tf, x) : Sizes.ofWhole(tf, x, workers);
    var drawn = workers.own(tf, tf.random.statelessRandomUniform(size, seed));
    var kept =
        tf.dtypes.cast(tf.math.greaterEqual(drawn, tf.constant((float) rate)), TFloat32.class);
    return tf.math.mul(x, tf.math.mul(kept, tf.constant((float) (1 / (1 - rate)))));
  }

  private Operand<TFloat32> kernel(
      Operand<TFloat32> x, int edge, int filters, KernelLayout layout) {
    var shape = Shape.of(edge, edge, x.shape().get(3), filters);
    var kernel = snapshot.value(variables.kernel(path + "/kernel", shape, layout));
    if (!spectral) {
      return kernel;
    }
    var vector =
        variables.statistic(
            path + "/" + SpectralNormalization.VECTOR,
            Shape.of(filters),
            SpectralNormalization::anyVector);
    return new SpectralNormalization(tf, snapshot, phase).divided(kernel, layout, vector);
  }

  private Operand<TFloat32> biased(Operand<TFloat32> x, int filters) {
    var zeros =
        snapshot.value(variables.parameter(path + "/bias", Shape.of(filters), Initializer.ZEROS));
    return tf.nn.biasAdd(x, zeros);
  }
}
