package io.pix2pix.data.download;

import com.google.common.hash.HashCode;
import com.google.common.hash.Hashing;
import com.google.common.io.MoreFiles;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.Properties;

/**
 * A file that was downloaded in part, and what its server said of it, so that the rest can be asked
 * for.
 *
 * @param file of the bytes
 */
record PartialFile(Path file) {
  private static final String ADDRESS = "address";
  private static final String VALIDATOR = "validator";
  private static final String LENGTH = "length";

  /** What a server said. */
  record Description(URI address, Optional<String> validator, Optional<Long> length) {}

  private Path notes() {
    return file.resolveSibling(file.getFileName() + ".properties");
  }

  /** The number of bytes that are there. */
  long size() throws IOException {
    return Files.exists(file) ? Files.size(file) : 0;
  }

  /** What the server said when the first bytes came, if it is the same address. */
  Optional<Description> description(URI address) throws IOException {
    if (Files.notExists(notes()) || Files.notExists(file)) {
      return Optional.empty();
    }
    var known = new Properties();
    try (var in = Files.newInputStream(notes())) {
      known.load(in);
    }
    if (!address.toString().equals(known.getProperty(ADDRESS))) {
      return Optional.empty();
    }
    return Optional.of(
        new Description(
            address,
            Optional.ofNullable(known.getProperty(VALIDATOR)),
            Optional.ofNullable(known.getProperty(LENGTH)).map(Long::valueOf)));
  }

  /** Begins anew. */
  void begin(Description description) throws IOException {
    var notes = new Properties();
    notes.setProperty(ADDRESS, description.address().toString());
    description.validator().ifPresent(value -> notes.setProperty(VALIDATOR, value));
    description.length().ifPresent(value -> notes.setProperty(LENGTH, value.toString()));
    Files.deleteIfExists(file);
    try (var out = Files.newOutputStream(notes())) {
      notes.store(out, null);
    }
  }

  /** Takes more bytes at its end. */
  OutputStream append() throws IOException {
    return Files.newOutputStream(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
  }

  HashCode sha256() throws IOException {
    return MoreFiles.asByteSource(file).hash(Hashing.sha256());
  }

  void delete() throws IOException {
    Files.deleteIfExists(file);
    Files.deleteIfExists(notes());
  }
}
