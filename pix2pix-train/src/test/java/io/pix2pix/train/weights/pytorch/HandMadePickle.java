package io.pix2pix.train.weights.pytorch;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.common.collect.ImmutableMap;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A pickle of protocol 2, instruction by instruction. */
final class HandMadePickle {
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

  HandMadePickle() {
    raw(0x80, 2);
  }

  HandMadePickle raw(int... code) {
    for (int each : code) {
      bytes.write(each);
    }
    return this;
  }

  /** Instructions of one byte that are printable. */
  HandMadePickle instructions(String codes) {
    bytes.writeBytes(codes.getBytes(UTF_8));
    return this;
  }

  HandMadePickle text(String text) {
    var encoded = text.getBytes(UTF_8);
    return raw('X').number32(encoded.length).instructions(text);
  }

  HandMadePickle integer(int number) {
    return raw('J').number32(number);
  }

  HandMadePickle name(String module, String name) {
    return instructions("c" + module + "\n" + name + "\n");
  }

  /** A tuple of integers. */
  HandMadePickle tuple(int... numbers) {
    raw('(');
    for (int number : numbers) {
      integer(number);
    }
    return raw('t');
  }

  /** A tensor of floats that views a storage. */
  HandMadePickle tensor(String key, int elements, int offset, int[] shape, int... strides) {
    name("torch._utils", "_rebuild_tensor_v2").raw('(');
    raw('(').text("storage").name("torch", "FloatStorage").text(key).text("cpu");
    integer(elements).instructions("tQ").integer(offset).tuple(shape).tuple(strides);
    return raw(0x89).name("collections", "OrderedDict").instructions(")RtR");
  }

  byte[] end() {
    raw('.');
    return bytes.toByteArray();
  }

  /** A file as PyTorch writes it, with a pickle and storages. */
  static Path zip(Path file, byte[] pickle, ImmutableMap<String, byte[]> storages)
      throws IOException {
    try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
      entry(zip, "any/data.pkl", pickle);
      for (var storage : storages.entrySet()) {
        entry(zip, "any/data/" + storage.getKey(), storage.getValue());
      }
    }
    return file;
  }

  static byte[] floats(float... values) {
    var bytes = ByteBuffer.allocate(values.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    bytes.asFloatBuffer().put(values);
    return bytes.array();
  }

  private static void entry(ZipOutputStream zip, String name, byte[] content) throws IOException {
    var entry = new ZipEntry(name);
    var checksum = new CRC32();
    checksum.update(content);
    entry.setMethod(ZipEntry.STORED);
    entry.setSize(content.length);
    entry.setCrc(checksum.getValue());
    zip.putNextEntry(entry);
    zip.write(content);
    zip.closeEntry();
  }

  private HandMadePickle number32(int number) {
    return raw(number & 0xff, number >> 8 & 0xff, number >> 16 & 0xff, number >> 24 & 0xff);
  }
}
