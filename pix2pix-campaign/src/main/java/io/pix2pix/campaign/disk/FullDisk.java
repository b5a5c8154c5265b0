package io.pix2pix.campaign.disk;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;

/** No space is left once so many bytes were written; names still can be made and changed. */
public final class FullDisk implements DiskFault {
  private final AtomicLong left;

  /**
   * @param bytes that there is space for
   */
  public FullDisk(long bytes) {
    left = new AtomicLong(bytes);
  }

  @Override
  public void beforeChange(Path real) {}

  @Override
  public int beforeWrite(Path real, int bytes) throws IOException {
    long before = left.getAndUpdate(space -> Math.max(0, space - bytes));
    if (before == 0 && bytes > 0) {
      throw new FileSystemException(real.toString(), null, "No space left on device");
    }
    return (int) Math.min(before, bytes);
  }
}
