package io.pix2pix.train.run;

import com.google.common.util.concurrent.Striped;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.locks.Lock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets threads and processes that read files of a folder, and write them anew with something added,
 * do so one after the other. It is held for moments, also beside a training that has the {@link
 * FolderLock}; the operating system gives it back when a process ends.
 *
 * <p>Safe for use by several threads.
 */
public final class UpdateLock {
  private static final Logger LOG = LoggerFactory.getLogger(UpdateLock.class);
  private static final String FILE = ".update";

  /** The system's lock is one of the process: it does not keep its threads from each other. */
  @SuppressWarnings("UnstableApiUsage")
  private static final Striped<Lock> THREADS = Striped.lock(64);

  private UpdateLock() {}

  /**
   * Waits until nobody else updates the folder, and does so.
   *
   * @param folder it is there
   * @param update must not ask for the lock again
   * @throws io.pix2pix.api.error.InvalidInputException if the folder cannot be written
   */
  public static <T> T during(Path folder, Supplier<T> update) {
    var threads = THREADS.get(FolderLock.real(folder));
    threads.lock();
    try (var channel = channel(folder)) {
      var lock = lock(folder, channel);
      try {
        return update.get();
      } finally {
        if (lock != null) {
          lock.release();
        }
      }
    } catch (IOException e) {
      throw AtomicFiles.unwritable(folder.resolve(FILE), e);
    } finally {
      threads.unlock();
    }
  }

  private static FileChannel channel(Path folder) throws IOException {
    return FileChannel.open(
        folder.resolve(FILE), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
  }

  /** What took hours to measure is written also where a file system knows no locks. */
  private static @Nullable FileLock lock(Path folder, FileChannel channel) {
    try {
      return channel.lock();
    } catch (IOException e) {
      LOG.warn(
          "{}: its file system has no locks ({}); if two commands write into it at once, what one"
              + " of them adds may be missing",
          folder,
          e.toString());
      return null;
    }
  }
}
