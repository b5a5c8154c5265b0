package io.pix2pix.campaign.disk;

import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;

/** Nothing goes wrong, and what is done is counted. */
public final class DiskMeter implements DiskFault {
  private final AtomicLong changes = new AtomicLong();
  private final AtomicLong bytes = new AtomicLong();

  /** Nothing was done yet. */
  public DiskMeter() {}

  @Override
  public void beforeChange(Path real) {
    changes.incrementAndGet();
  }

  @Override
  public int beforeWrite(Path real, int count) {
    changes.incrementAndGet();
    bytes.addAndGet(count);
    return count;
  }

  /** How often something was changed or written. */
  public long changes() {
    return changes.get();
  }

  /** How many bytes were written. */
  public long bytes() {
    return bytes.get();
  }
}
