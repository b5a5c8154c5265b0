package io.pix2pix.bench.evaluation;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.ImmutableDoubleArray;
import io.pix2pix.api.error.InvalidInputException;
import io.pix2pix.api.metric.Quantity;
import io.pix2pix.train.run.AtomicFiles;
import io.pix2pix.train.weights.SafetensorsWriter;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * What an evaluation found for each image: a table of the figures of single images, {@code
 * NAME.csv}, and the evidence of every metric, {@code NAME.safetensors}, a tensor {@code [images,
 * numbers]} under the name of the metric's first quantity. Both have the order of the split.
 *
 * @param folder where they go
 */
public record ImagesFile(Path folder) {

  /**
   * Writes both files.
   *
   * @return the table
   * @throws InvalidInputException if they cannot be written
   */
  public Path write(Subject how, Findings findings) {
    AtomicFiles.createFolder(folder);
    var table = folder.resolve(how.file() + ".csv");
    AtomicFiles.write(table, table(findings));
    var evidence = folder.resolve(how.file() + ".safetensors");
    try {
      SafetensorsWriter.write(
          evidence, Map.of(), findings.evidence().stream().map(ImagesFile::tensor).toList());
    } catch (IOException e) {
      throw new InvalidInputException(
          evidence + ": cannot be written (" + e + "); free space or give access", e);
    }
    return table;
  }

  private static String table(Findings findings) {
    var names = findings.quantities().stream().map(Quantity::name);
    var rows = new StringBuilder("image");
    names.forEach(name -> rows.append(',').append(name));
    rows.append('\n');
    for (var image : findings.images()) {
      rows.append(cell(image.name()));
      image.values().stream().forEach(value -> rows.append(',').append(MetricsFile.number(value)));
      rows.append('\n');
    }
    return rows.toString();
  }

  private static String cell(String text) {
    return text.matches("[^\",\n\r]*") ? text : '"' + text.replace("\"", "\"\"") + '"';
  }

  private static SafetensorsWriter.Source tensor(Findings.Evidence evidence) {
    var images = evidence.images();
    long length = images.get(0).length();
    return new SafetensorsWriter.Source(
        evidence.first(),
        "F32",
        ImmutableList.of((long) images.size(), length),
        () -> bytes(images));
  }

  private static ByteBuffer bytes(List<ImmutableDoubleArray> images) {
    int count = images.size() * images.get(0).length();
    var bytes = ByteBuffer.allocate(count * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    images.forEach(image -> image.stream().forEach(value -> bytes.putFloat((float) value)));
    return bytes.flip();
  }
}
