package io.pix2pix.train.run;

import io.pix2pix.api.error.InvalidInputException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Keeps two from writing into one folder at once. The operating system gives the lock back when the
 * process ends, however it ends; the file that is left means nothing.
 */
public final class FolderLock {
  private static final String FILE = ".lock";

  private FolderLock() {}

  /**
   * Does some work while nobody else can have the lock.
   *
   * @param folder that the work writes into; it is there
   * @throws InvalidInputException if another process has it, or another thread of this one
   */
  public static <T, E extends Exception> T during(Path folder, Work<T, E> work) throws E {
    try (var channel = channel(folder)) {
      if (!locked(channel, folder)) {
        throw new InvalidInputException(
            folder + ": another pix2pix is at work in it; wait for its end, or stop it");
      }
      return work.run();
    } catch (IOException e) {
      throw AtomicFiles.unwritable(folder, e);
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

  private static FileChannel channel(Path folder) {
    try {
      return FileChannel.open(
          folder.resolve(FILE), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    } catch (IOException e) {
      throw AtomicFiles.unwritable(folder.resolve(FILE), e);
    }
  }

  private static boolean locked(FileChannel channel, Path folder) {
    try {
      return channel.tryLock() != null;
    } catch (OverlappingFileLockException e) {
      return false;
    } catch (IOException e) {
      throw AtomicFiles.unwritable(folder.resolve(FILE), e);
    }
  }

  /** What is done meanwhile. */
  @FunctionalInterface
  public interface Work<T, E extends Exception> {
    /** Does it. */
    T run() throws E;
  }
}
