package io.pix2pix.graph.calibration;

import com.google.common.collect.ImmutableSortedMap;
import io.pix2pix.api.error.InvalidInputException;
import io.pix2pix.train.run.AtomicFiles;
import io.pix2pix.train.run.StoredChecksum;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Measurements that were made on this machine, in a file. A file that is damaged or of another
 * version counts as none, and a folder that cannot be written keeps nobody from measuring: both are
 * said, and nothing fails. Safe for use by several threads, and by several processes.
 */
public final class CalibrationCache {
  private static final Logger LOG = LoggerFactory.getLogger(CalibrationCache.class);

  /** Counts up when formulations are added: what was measured without them tells too little. */
  private static final int VERSION = 3;

  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(SerializationFeature.INDENT_OUTPUT)
          .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
          .build();

  private final Path folder;
  private final CalibratedMachine machine;

  /**
   * @param folder it is made when it is needed
   * @param machine for which measurements hold
   */
  public CalibrationCache(Path folder, CalibratedMachine machine) {
    this.folder = folder;
    this.machine = machine;
  }

  /** The file of the machine. */
  public Path file() {
    return folder.resolve("calibration-" + machine.fingerprint() + ".json");
  }

  /** What was measured, by convolution; empty if nothing was, or the file cannot be read. */
  public ImmutableSortedMap<String, Measurement> read() {
    if (!Files.exists(file())) {
      return ImmutableSortedMap.of();
    } else if (new StoredChecksum(file()).isChanged()) {
      LOG.warn("{}: is not what was written, it is damaged; measuring anew", file());
      return ImmutableSortedMap.of();
    }
    try {
      var content = MAPPER.readValue(file().toFile(), Content.class);
      if (content.version() == VERSION && content.machine().equals(machine)) {
        return ImmutableSortedMap.copyOf(content.measurements());
      }
      LOG.warn("{}: is of another version or machine; measuring anew", file());
    } catch (JacksonException | IllegalArgumentException e) {
      LOG.warn("{}: is damaged ({}); measuring anew", file(), firstLine(e));
    }
    return ImmutableSortedMap.of();
  }

  private static String firstLine(Exception e) {
    return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
  }

  /**
   * Does something while nobody else measures or writes here: two at once would spoil each other's
   * times. Where the folder cannot be written, it is done all the same.
   */
  <T> T alone(Supplier<T> work) {
    synchronized (CalibrationCache.class) {
      try (var channel = lockFile();
          var lock = channel.lock()) {
        LOG.trace("{}", lock);
        return work.get();
      } catch (IOException e) {
        LOG.debug("{}: cannot be locked ({})", folder, e.toString());
        return work.get();
      }
    }
  }

  private FileChannel lockFile() throws IOException {
    Files.createDirectories(folder);
    return FileChannel.open(
        folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
  }

  /** Forgets what was measured on this machine. */
  public void clear() {
    try {
      Files.deleteIfExists(file());
    } catch (IOException e) {
      throw AtomicFiles.unwritable(file(), e);
    }
  }

  /** Adds measurements to those in the file. */
  void add(Map<String, Measurement> measurements) {
    var all = new TreeMap<String, Measurement>(read());
    all.putAll(measurements);
    try {
      new StoredChecksum(file())
          .write(MAPPER.writeValueAsString(new Content(VERSION, machine, all)));
      LOG.info("Measurements are kept in {}", file());
    } catch (InvalidInputException e) {
      LOG.warn("{}; measurements are not kept", e.getMessage());
    }
  }

  private record Content(
      int version, CalibratedMachine machine, Map<String, Measurement> measurements) {}

  /** Finds the cache of this machine and process. */
  @FunctionalInterface
  public interface Source {
    /** The cache for the settings that sessions are opened with now. */
    CalibrationCache get();
  }
}
