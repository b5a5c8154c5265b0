package io.pix2pix.train.run;

import io.pix2pix.api.error.InvalidInputException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps two from writing into one folder at once. The operating system gives the lock back when the
 * process ends, however it ends. The file says who has it, for others to read; on file systems that
 * machines share, where the system may not tell them of locks, it also keeps out those of other
 * machines until {@link #breakLock} removes it.
 *
 * <p>Safe for use by several threads.
 */
public final class FolderLock {
  private static final Logger LOG = LoggerFactory.getLogger(FolderLock.class);
  private static final String FILE = ".lock";
  private static final int LONGEST = 4096;

  /**
   * Folders that this process holds. They must not be asked of the system again: closing a file
   * gives back all locks that the process has on it.
   */
  private static final Map<Path, LockHolder> HELD = new ConcurrentHashMap<>();

  private FolderLock() {}

  /**
   * Does some work while nobody else can have the lock.
   *
   * @param folder that the work writes into; it is there
   * @throws InvalidInputException if another process has it, or another thread of this one; the
   *     message says who
   */
  public static <T, E extends Exception> T during(Path folder, Work<T, E> work) throws E {
    var key = real(folder);
    var own = LockHolder.current();
    var other = HELD.putIfAbsent(key, own);
    if (other != null) {
      throw held(folder, Optional.of(other));
    }
    try (var channel = channel(folder)) {
      acquire(folder, channel, own);
      try {
        return work.run();
      } finally {
        channel.truncate(0);
      }
    } catch (IOException e) {
      throw AtomicFiles.unwritable(folder, e);
    } finally {
      HELD.remove(key);
    }
  }

  /**
   * Refuses a folder in which somebody is at work.
   *
   * @throws InvalidInputException if another process has its lock, or another thread of this one
   */
  public static void requireIdle(Path folder) {
    boolean idle = during(folder, () -> true);
    assert idle;
  }

  /**
   * Removes a lock that another machine left, or a process that has ended; a warning says whose. To
   * be done only if the user knows that nobody is at work in the folder.
   *
   * @param folder it may have no lock, and may be missing
   * @throws InvalidInputException if the process runs on this machine, or the file cannot be
   *     removed
   */
  public static void breakLock(Path folder) {
    var file = folder.resolve(FILE);
    var own = HELD.get(real(folder));
    if (own != null) {
      throw held(folder, Optional.of(own));
    } else if (Files.notExists(file) || isIdle(folder)) {
      return;
    }
    var holder = holder(file);
    if (holder.isEmpty() || isRunning(holder.get())) {
      throw held(folder, holder);
    }
    LOG.warn("{}: the lock of {} is broken, as asked", folder, holder.get().words());
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw AtomicFiles.unwritable(file, e);
    }
  }

  private static boolean isIdle(Path folder) {
    try {
      requireIdle(folder);
      return true;
    } catch (InvalidInputException e) {
      return false;
    }
  }

  private static boolean isRunning(LockHolder holder) {
    return holder.isOnMachineOf(LockHolder.current())
        && ProcessHandle.of(holder.process()).isPresent();
  }

  private static void acquire(Path folder, FileChannel channel, LockHolder own) throws IOException {
    boolean locked = locked(channel);
    var left = holder(channel);
    if (!locked) {
      throw held(folder, left);
    }
    if (left.isPresent()) {
      requireOver(folder, left.get(), own);
    }
    channel.truncate(0);
    channel.write(ByteBuffer.wrap(own.text().getBytes(StandardCharsets.UTF_8)), 0);
    channel.force(true);
  }

  /** On this machine, the system would not give the lock if its holder still ran. */
  private static void requireOver(Path folder, LockHolder left, LockHolder own) {
    if (!left.isOnMachineOf(own)) {
      throw new InvalidInputException(
          "%s: another pix2pix is at work in it, or was when its machine stopped (%s); wait for its end, or give --break-lock if it no longer runs"
              .formatted(folder, left.words()));
    }
    LOG.warn("{}: {}, has ended without giving back its lock; work goes on", folder, left.words());
  }

  private static InvalidInputException held(Path folder, Optional<LockHolder> holder) {
    var who = holder.map(its -> " (" + its.words() + ")").orElse("");
    return new InvalidInputException(
        folder + ": another pix2pix is at work in it" + who + "; wait for its end, or stop it");
  }

  static Path real(Path folder) {
    try {
      return folder.toRealPath();
    } catch (IOException e) {
      return folder.toAbsolutePath().normalize();
    }
  }

  private static FileChannel channel(Path folder) {
    try {
      return FileChannel.open(
          folder.resolve(FILE),
          StandardOpenOption.CREATE,
          StandardOpenOption.READ,
          StandardOpenOption.WRITE);
    } catch (IOException e) {
      throw AtomicFiles.unwritable(folder.resolve(FILE), e);
    }
  }

  private static boolean locked(FileChannel channel) throws IOException {
    try {
      return channel.tryLock() != null;
    } catch (OverlappingFileLockException e) {
      return false;
    }
  }

  private static Optional<LockHolder> holder(FileChannel channel) throws IOException {
    var bytes = ByteBuffer.allocate(LONGEST);
    int read = channel.read(bytes, 0);
    return read <= 0
        ? Optional.empty()
        : LockHolder.of(new String(bytes.array(), 0, read, StandardCharsets.UTF_8));
  }

  private static Optional<LockHolder> holder(Path file) {
    try (var channel = FileChannel.open(file, StandardOpenOption.READ)) {
      return holder(channel);
    } catch (IOException e) {
      throw AtomicFiles.unwritable(file, e);
    }
  }

  /** What is done meanwhile. */
  @FunctionalInterface
  public interface Work<T, E extends Exception> {
    /** Does it. */
    T run() throws E;
  }
}
