package io.pix2pix.cli;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtLoggingLevel;
import ai.onnxruntime.OrtSession;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.pix2pix.api.image.Image;
import io.pix2pix.api.image.ImageShape;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** An ONNX model at work, in ONNX Runtime. */
final class OnnxModel implements AutoCloseable {
  private final OrtEnvironment environment = OrtEnvironment.getEnvironment();
  private final OrtSession session;

  OnnxModel(Path file) throws OrtException {
    try (var options = new OrtSession.SessionOptions()) {
      options.setIntraOpNumThreads(1);
      options.setSessionLogLevel(OrtLoggingLevel.ORT_LOGGING_LEVEL_FATAL);
      session = environment.createSession(file.toString(), options);
    }
  }

  /** What it says of itself. */
  Map<String, String> metadata() throws OrtException {
    return session.getMetadata().getCustomMetadata();
  }

  /** The shape and type of its input and its output, as ONNX Runtime reads them. */
  ImmutableList<String> signature() throws OrtException {
    return ImmutableList.of(session.getInputInfo().toString(), session.getOutputInfo().toString());
  }

  /** What it makes of conditions of one size, which it is given as one batch. */
  ImmutableList<Image> generated(List<Image> conditions) throws OrtException {
    var shape = conditions.get(0).shape();
    var values = FloatBuffer.allocate(conditions.size() * shape.size());
    conditions.forEach(condition -> putChannelsFirst(condition, values));
    long[] lengths = {conditions.size(), shape.channels(), shape.height(), shape.width()};
    try (var input = OnnxTensor.createTensor(environment, values.flip(), lengths);
        var result = session.run(ImmutableMap.of("condition", input))) {
      var images = (OnnxTensor) result.get("generated").orElseThrow();
      return images(images.getFloatBuffer(), images.getInfo().getShape());
    }
  }

  private static void putChannelsFirst(Image image, FloatBuffer to) {
    var from = image.toArray();
    int pixels = image.height() * image.width();
    for (int channel = 0; channel < image.channels(); channel++) {
      for (int pixel = 0; pixel < pixels; pixel++) {
        to.put(from[pixel * image.channels() + channel]);
      }
    }
  }

  private static ImmutableList<Image> images(FloatBuffer from, long... lengths) {
    var shape = new ImageShape((int) lengths[2], (int) lengths[3], (int) lengths[1]);
    int pixels = shape.height() * shape.width();
    var images = ImmutableList.<Image>builder();
    for (int n = 0; n < lengths[0]; n++) {
      var values = new float[shape.size()];
      for (int channel = 0; channel < shape.channels(); channel++) {
        for (int pixel = 0; pixel < pixels; pixel++) {
          values[pixel * shape.channels() + channel] = from.get();
        }
      }
      images.add(Image.owning(shape, values));
    }
    return images.build();
  }

  @Override
  public void close() throws OrtException {
    session.close();
  }
}
