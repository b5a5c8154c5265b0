package io.pix2pix.train.weights.pytorch;

import io.pix2pix.api.error.InvalidInputException;
import io.pix2pix.train.weights.pickle.PickleInput;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * PyTorch's format since 2020: a zip, not compressed, with a folder of any name in which {@code
 * data.pkl} is the pickle and {@code data/N} are the storages.
 */
final class ZipStorages implements Storages {
  private static final String PICKLE = "data.pkl";
  private static final int LONGEST_ORDER = 16;
  private final Path file;
  private final ZipFile zip;
  private final String folder;
  private final ByteOrder order;

  private ZipStorages(Path file, ZipFile zip) throws IOException {
    this.file = file;
    this.zip = zip;
    this.folder = folder();
    this.order = order();
  }

  static ZipStorages open(Path file) throws IOException {
    var zip = new ZipFile(file.toFile());
    try {
      return new ZipStorages(file, zip);
    } catch (IOException | RuntimeException e) {
      zip.close();
      throw e;
    }
  }

  /** The pickle, from its first byte. */
  PickleInput pickle(long most) throws IOException {
    var pickle = stored(PICKLE).orElseThrow(this::noPickle);
    var in = new BufferedInputStream(zip.getInputStream(pickle));
    return new PickleInput(file.toString(), in, Math.min(most, pickle.getSize()));
  }

  @Override
  public long length(String key) {
    return stored("data/" + key).map(ZipEntry::getSize).orElse(-1L);
  }

  @Override
  public ByteBuffer read(String key, long position, int count) throws IOException {
    try (var in = zip.getInputStream(stored("data/" + key).orElseThrow())) {
      in.skipNBytes(position);
      return ByteBuffer.wrap(exactly(in, count)).order(order);
    }
  }

  @Override
  public void close() throws IOException {
    zip.close();
  }

  private static byte[] exactly(InputStream in, int count) throws IOException {
    var bytes = in.readNBytes(count);
    if (bytes.length < count) {
      throw new EOFException("it is cut short");
    }
    return bytes;
  }

  private String folder() {
    return zip.stream()
        .map(ZipEntry::getName)
        .filter(name -> name.equals(PICKLE) || name.endsWith("/" + PICKLE))
        .findFirst()
        .map(name -> name.substring(0, name.length() - PICKLE.length()))
        .orElseThrow(this::noPickle);
  }

  private ByteOrder order() throws IOException {
    var entry = stored("byteorder");
    if (entry.isEmpty()) {
      return ByteOrder.LITTLE_ENDIAN;
    }
    try (var in = zip.getInputStream(entry.get())) {
      var order = new String(in.readNBytes(LONGEST_ORDER), StandardCharsets.UTF_8);
      return order.equals("big") ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
    }
  }

  /** What is compressed could be of any size. */
  private Optional<ZipEntry> stored(String name) {
    var entry = Optional.ofNullable(zip.getEntry(folder + name));
    if (entry.filter(found -> found.getMethod() != ZipEntry.STORED).isPresent()) {
      throw new InvalidInputException(
          file + ": " + name + " is compressed; use the file as PyTorch wrote it");
    }
    return entry;
  }

  private InvalidInputException noPickle() {
    return new InvalidInputException(
        file + ": is a zip without data.pkl; give a file that torch.save wrote");
  }
}
