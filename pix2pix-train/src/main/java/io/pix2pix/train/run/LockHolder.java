package io.pix2pix.train.run;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Who holds a {@link FolderLock}, as its file tells others.
 *
 * @param host name of the machine
 * @param boot what its system calls the time since it was started; empty where it does not say
 * @param process number of the process there
 * @param since when it has the lock
 */
record LockHolder(String host, String boot, long process, Instant since) {
  private static final Path BOOT = Path.of("/proc/sys/kernel/random/boot_id");
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
          .build();

  /** This process, from now on. */
  static LockHolder current() {
    long process = ProcessHandle.current().pid();
    return new LockHolder(
        name(), boot(BOOT), process, Instant.now().truncatedTo(ChronoUnit.SECONDS));
  }

  /** Whom a text names; nobody if it is empty or no such text. */
  static Optional<LockHolder> of(String text) {
    try {
      return text.isBlank()
          ? Optional.empty()
          : Optional.ofNullable(JSON.readValue(text, LockHolder.class));
    } catch (JacksonException e) {
      return Optional.empty();
    }
  }

  /** The text of the file. */
  String text() {
    return JSON.writeValueAsString(this) + "\n";
  }

  /**
   * Whether it is on the same machine, where the operating system knows whether it still runs. A
   * container has a name of its own, but the system of its machine.
   */
  boolean isOnMachineOf(LockHolder other) {
    return host.equals(other.host) || (!boot.isEmpty() && boot.equals(other.boot));
  }

  /** For example {@code process 4711 on host quick, since 2026-03-01T09:30:00Z}. */
  String words() {
    return "process %d on host %s, since %s".formatted(process, host, since);
  }

  private static String name() {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException e) {
      return "localhost";
    }
  }

  private static String boot(Path file) {
    try {
      return Files.exists(file) ? Files.readString(file).strip() : "";
    } catch (IOException e) {
      return "";
    }
  }
}
