package io.pix2pix.campaign.disk;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The disk of this process, as {@link FaultyFileSystemProvider} shows it. It works until a fault is
 * armed. One at a time can be, for all threads.
 */
public final class Disk {
  private static volatile Optional<Armed> now = Optional.empty();

  private Disk() {}

  /**
   * Lets a fault happen from now on.
   *
   * @param folder in which changes count; elsewhere the disk works
   */
  public static void arm(Path folder, DiskFault fault) {
    now = Optional.of(new Armed(folder.toAbsolutePath().normalize().toString(), fault));
  }

  /** Lets everything work again. */
  public static void disarm() {
    now = Optional.empty();
  }

  /** Asked before a file or folder is made, opened for writing, cut, renamed or removed. */
  static void beforeChange(Path real) throws IOException {
    var armed = armed(real);
    if (armed.isPresent()) {
      armed.get().fault().beforeChange(real);
    }
  }

  /**
   * Asked before bytes are written.
   *
   * @return how many may be written before it is asked again
   */
  static int beforeWrite(Path real, int bytes) throws IOException {
    var armed = armed(real);
    return armed.isPresent() ? armed.get().fault().beforeWrite(real, bytes) : bytes;
  }

  private static Optional<Armed> armed(Path real) {
    var path = real.toAbsolutePath().normalize().toString();
    return now.filter(armed -> path.startsWith(armed.folder()));
  }

  private record Armed(String folder, DiskFault fault) {}
}
