package io.pix2pix.train.weights;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.pix2pix.api.error.InvalidInputException;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.CRC32C;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The head of a safetensors file: eight bytes of length, then JSON with the type, shape and place
 * of each tensor.
 *
 * @param metadata free text by name
 * @param tensors in the order in which they lie in the file
 * @param length bytes before the first tensor
 */
record SafetensorsHeader(
    ImmutableMap<String, String> metadata, ImmutableMap<String, TensorEntry> tensors, long length) {
  static final String CHECKSUM = "crc32c";
  static final String METADATA = "__metadata__";
  private static final long LONGEST = 16 << 20;
  private static final JsonMapper JSON = JsonMapper.builder().build();

  static SafetensorsHeader read(Path file, FileChannel channel) throws IOException {
    long size = channel.size();
    long json = size < 8 ? -1 : number(channel);
    if (json < 2 || json > LONGEST || json > size - 8) {
      throw broken(file, "it is " + size + " bytes long and has no readable header");
    }
    var text = ByteBuffer.allocate(Math.toIntExact(json));
    fill(channel, text, 8);
    try {
      var header = parse(JSON.readTree(text.array()), 8 + json);
      header.check(file, size);
      return header;
    } catch (JacksonException | IllegalArgumentException | ArithmeticException e) {
      throw broken(file, "its header is damaged");
    }
  }

  /** The bytes of this header, length included. */
  byte[] toBytes() {
    var tree = new LinkedHashMap<String, Object>();
    tree.put(METADATA, metadata);
    tensors.forEach((name, tensor) -> tree.put(name, describe(tensor)));
    var json = JSON.writeValueAsBytes(tree);
    return ByteBuffer.allocate(8 + json.length)
        .order(ByteOrder.LITTLE_ENDIAN)
        .putLong(json.length)
        .put(json)
        .array();
  }

  static String checksum(CRC32C sum) {
    return String.format("%08x", sum.getValue());
  }

  private static Map<String, Object> describe(TensorEntry tensor) {
    var description = new LinkedHashMap<String, Object>();
    description.put("dtype", tensor.type());
    description.put("shape", tensor.shape());
    description.put("data_offsets", ImmutableList.of(tensor.begin(), tensor.end()));
    return description;
  }

  private static SafetensorsHeader parse(JsonNode tree, long length) {
    var metadata = ImmutableMap.<String, String>builder();
    var tensors = ImmutableMap.<String, TensorEntry>builder();
    for (var field : tree.properties()) {
      if (field.getKey().equals(METADATA)) {
        field
            .getValue()
            .properties()
            .forEach(e -> metadata.put(e.getKey(), e.getValue().asString()));
      } else {
        tensors.put(field.getKey(), entry(field.getValue()));
      }
    }
    return new SafetensorsHeader(metadata.buildOrThrow(), tensors.buildOrThrow(), length);
  }

  private static TensorEntry entry(JsonNode node) {
    var shape = ImmutableList.<Long>builder();
    node.required("shape").forEach(length -> shape.add(length.asLong()));
    var offsets = node.required("data_offsets");
    return new TensorEntry(
        node.required("dtype").asString(),
        shape.build(),
        offsets.required(0).asLong(),
        offsets.required(1).asLong());
  }

  private void check(Path file, long size) {
    long end = 0;
    for (var tensor : tensors.values()) {
      long bytes = Math.multiplyExact(tensor.elements(), tensor.bytesPerElement());
      if (tensor.begin() < 0
          || tensor.shape().stream().anyMatch(length -> length < 0)
          || tensor.end() - tensor.begin() != bytes) {
        throw broken(file, "its header is damaged");
      } else if (bytes > Integer.MAX_VALUE) {
        throw new InvalidInputException(
            file + ": has a tensor of more than 2 GB; give weights of a smaller network");
      }
      end = Math.max(end, tensor.end());
    }
    if (size != length + end) {
      throw broken(file, "it should be " + (length + end) + " bytes long, but is " + size);
    }
  }

  private static InvalidInputException broken(Path file, String what) {
    return new InvalidInputException(
        file + ": is no complete safetensors file: " + what + "; use another copy");
  }

  /** The bytes of this header as they lie in a file. */
  byte[] raw(FileChannel channel) throws IOException {
    var bytes = ByteBuffer.allocate(Math.toIntExact(length));
    fill(channel, bytes, 0);
    return bytes.array();
  }

  private static void fill(FileChannel channel, ByteBuffer bytes, long from) throws IOException {
    while (bytes.hasRemaining()) {
      if (channel.read(bytes, from + bytes.position()) < 0) {
        throw new EOFException("it ends in its header");
      }
    }
  }

  private static long number(FileChannel channel) throws IOException {
    var bytes = ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN);
    fill(channel, bytes, 0);
    return bytes.flip().getLong();
  }
}
