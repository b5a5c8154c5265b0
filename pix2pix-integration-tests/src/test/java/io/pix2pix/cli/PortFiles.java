package io.pix2pix.cli;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.primitives.Longs;
import io.pix2pix.api.image.Image;
import io.pix2pix.api.image.ImageShape;
import io.pix2pix.train.exchange.WithoutPrefix;
import io.pix2pix.train.experiment.StoredExperiments;
import io.pix2pix.train.run.RunFolder;
import io.pix2pix.train.translation.TrainedRun;
import io.pix2pix.train.weights.SafetensorsReader;
import io.pix2pix.train.weights.SafetensorsWriter;
import io.pix2pix.train.weights.WeightFile;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.Objects;

/**
 * Files that PyTorch 2.13 wrote, of networks with the layers and names of the port: {@code
 * networks.py} beside them made them.
 */
final class PortFiles {
  private static final String PICTURES = "pictures.safetensors";

  private PortFiles() {}

  /** Weights, for example of {@code unet-batch}. */
  static Path weights(String network) {
    return file(network + ".pth");
  }

  /** A file beside the weights. */
  static Path file(String name) {
    return resource("/port/" + name);
  }

  private static Path resource(String name) {
    try {
      return Path.of(Objects.requireNonNull(PortFiles.class.getResource(name), name).toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * A discriminator of the golden files, in a file of its own.
   *
   * @param name from {@code D0}, the pixel discriminator, to {@code D5}
   */
  static Path discriminator(String name, Path folder) throws IOException {
    var file = folder.resolve(name + ".safetensors");
    try (var all = SafetensorsReader.open(resource("/goldens/discriminators.safetensors"))) {
      var tensors = new WithoutPrefix(all, name + ".");
      write(file, tensors);
    }
    return file;
  }

  /** What a network was given. */
  static Image condition(String network) {
    return picture(network + ".x");
  }

  /** What PyTorch made of it, with running statistics and without noise. */
  static Image generated(String network) {
    return picture(network + ".y");
  }

  /** A run that was made. */
  static TrainedRun run(Path run) {
    var stored =
        Main.injector(PortFiles.class.getClassLoader()).getInstance(StoredExperiments.class);
    return TrainedRun.open(RunFolder.open(run), stored);
  }

  /** Writes images as {@code [1, c, h, w]}, as PyTorch has them. */
  static void write(Path file, ImmutableMap<String, Image> images) throws IOException {
    var sources =
        images.entrySet().stream()
            .map(entry -> source(entry.getKey(), entry.getValue()))
            .collect(ImmutableList.toImmutableList());
    SafetensorsWriter.write(file, ImmutableMap.of(), sources);
  }

  /** Writes the weights of a file into another. */
  static void write(Path file, WeightFile tensors) throws IOException {
    var sources =
        tensors.names().stream()
            .filter(name -> !name.equals("logits") && !name.endsWith("num_batches_tracked"))
            .map(name -> source(name, tensors.shape(name), tensors.floats(name)))
            .collect(ImmutableList.toImmutableList());
    SafetensorsWriter.write(file, ImmutableMap.of(), sources);
  }

  private static SafetensorsWriter.Source source(String name, Image image) {
    var values = new float[image.shape().size()];
    int at = 0;
    for (int channel = 0; channel < image.channels(); channel++) {
      for (int y = 0; y < image.height(); y++) {
        for (int x = 0; x < image.width(); x++) {
          values[at++] = image.at(y, x, channel);
        }
      }
    }
    var shape = Longs.asList(1, image.channels(), image.height(), image.width());
    return source(name, ImmutableList.copyOf(shape), values);
  }

  private static SafetensorsWriter.Source source(
      String name, ImmutableList<Long> shape, float[] values) {
    var bytes = ByteBuffer.allocate(values.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    bytes.asFloatBuffer().put(values);
    return new SafetensorsWriter.Source(name, "F32", shape, () -> bytes);
  }

  private static Image picture(String name) {
    try (var file = SafetensorsReader.open(file(PICTURES))) {
      var lengths = file.shape(name).stream().map(Math::toIntExact).toList();
      var shape = new ImageShape(lengths.get(2), lengths.get(3), lengths.get(1));
      var stored = file.floats(name);
      var values = new float[shape.size()];
      int pixels = shape.height() * shape.width();
      for (int i = 0; i < values.length; i++) {
        values[i] = stored[i % shape.channels() * pixels + i / shape.channels()];
      }
      return Image.of(shape, values);
    }
  }
}
