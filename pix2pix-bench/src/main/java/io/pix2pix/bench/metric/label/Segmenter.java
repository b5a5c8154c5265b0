package io.pix2pix.bench.metric.label;

import io.pix2pix.api.error.InvalidInputException;
import io.pix2pix.api.image.Image;
import io.pix2pix.api.metric.EvaluationContext;
import io.pix2pix.api.network.GraphSession;
import io.pix2pix.api.network.Sessions;
import io.pix2pix.api.network.VariableSnapshot;
import io.pix2pix.train.checkpoint.Checkpoint;
import io.pix2pix.train.checkpoint.Checkpoints;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.ndarray.buffer.DataBuffers;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;

/** A network that was trained to tell the class of each pixel of a real photo. */
final class Segmenter implements AutoCloseable {
  private final SegmenterSize size;
  private final Graph graph = new Graph();
  private final Placeholder<TFloat32> photo;
  private final Operand<TInt32> classes;
  private final GraphSession session;

  private Segmenter(SegmenterPlan plan, SegmenterSize size, Checkpoint weights) {
    this.size = size;
    var tf = Ops.create(graph);
    var shape = Shape.of(1, size.height(), size.width(), 3);
    photo = tf.placeholder(TFloat32.class, Placeholder.shape(shape));
    var variables = SegmenterNetwork.variables(tf);
    var network = new SegmenterNetwork(plan.labels().scored(), plan.filters());
    var logits = network.build(tf, variables, new VariableSnapshot(tf), photo);
    classes = tf.math.argMax(logits, tf.constant(3), TInt32.class);
    session = Sessions.open(graph);
    weights.restore(variables, session);
  }

  /**
   * The segmenter of a data set: from the cache, or trained now and put there. Where several
   * processes want it at once, one trains and the others wait.
   *
   * @throws InvalidInputException if the cache cannot be written, or the data not be read
   */
  static Segmenter of(SegmenterPlan plan, EvaluationContext context) {
    var training = context.training();
    var size = SegmenterSize.of(training.shape(0).target(), plan.longest());
    var folder = context.cache().resolve(plan.key(context.data().checksum("train").value()));
    var checkpoints = new Checkpoints(folder, 1);
    try (var lock = lock(folder)) {
      lock.lock();
      if (checkpoints.newest().isEmpty()) {
        try (var trainer = new SegmenterTraining(plan, size)) {
          trainer.run(training, context.data().codec(), checkpoints, context.work());
        }
      }
    } catch (IOException e) {
      throw new InvalidInputException(
          folder + ": cannot be written (" + e + "); free space or give access", e);
    }
    return new Segmenter(plan, size, checkpoints.newest().orElseThrow());
  }

  private static FileChannel lock(Path folder) throws IOException {
    Files.createDirectories(folder);
    return FileChannel.open(
        folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
  }

  /** The size at which it sees. */
  SegmenterSize size() {
    return size;
  }

  /**
   * The class of each pixel.
   *
   * @param image a photo of 1 or 3 channels, of any size
   * @return {@code [height, width]} of {@link #size}, row by row
   */
  int[] see(Image image) {
    var values = new float[size.height() * size.width() * 3];
    size.photo(image.toColors(), values, 0);
    try (var input = TFloat32.tensorOf(photo.shape(), DataBuffers.of(values, true, false));
        var result = session.runner().feed(photo, input).fetch(classes).run()) {
      var seen = new int[size.height() * size.width()];
      ((TInt32) result.get(0)).copyTo(DataBuffers.of(seen, false, false));
      return seen;
    }
  }

  @Override
  public void close() {
    session.close();
    graph.close();
  }
}
