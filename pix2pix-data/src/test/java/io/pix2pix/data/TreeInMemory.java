package io.pix2pix.data;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.io.ByteSource;
import io.pix2pix.api.data.FileTree;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** Files in memory, which count what is asked of them. */
final class TreeInMemory implements FileTree {
  private final ImmutableMap<String, byte[]> contents;
  private final ImmutableMap<String, Listing> listings;
  private final AtomicInteger listed = new AtomicInteger();
  private final AtomicLong bytesRead = new AtomicLong();
  private final Set<String> opened = ConcurrentHashMap.newKeySet();

  /**
   * @param files by name, in one folder, sorted
   */
  TreeInMemory(String folder, ImmutableMap<String, byte[]> files) {
    var all = ImmutableMap.<String, byte[]>builder();
    var entries = ImmutableList.<Entry>builder();
    files.forEach(
        (name, bytes) -> {
          all.put(folder + "/" + name, bytes);
          entries.add(new Entry(name, bytes.length, 0));
        });
    contents = all.buildOrThrow();
    listings =
        ImmutableMap.of(
            "",
            new Listing(ImmutableList.of(), ImmutableList.of(folder)),
            folder,
            new Listing(entries.build(), ImmutableList.of()));
  }

  @Override
  public void check() {}

  @Override
  public Optional<Listing> list(String folder) {
    listed.incrementAndGet();
    return Optional.ofNullable(listings.get(folder));
  }

  @Override
  public ByteSource open(String file) {
    return new ByteSource() {
      @Override
      public InputStream openStream() {
        opened.add(file);
        return new Counted(requireNonNull(contents.get(file)));
      }
    };
  }

  @Override
  public String where(String name) {
    return "memory/" + name;
  }

  /** How many files something was read of. */
  int filesOpened() {
    return opened.size();
  }

  /** How many bytes were read; not those that were skipped. */
  long bytesRead() {
    return bytesRead.get();
  }

  /** How often a folder was listed. */
  int timesListed() {
    return listed.get();
  }

  private final class Counted extends ByteArrayInputStream {
    Counted(byte[] bytes) {
      super(bytes);
    }

    @Override
    public synchronized int read() {
      int value = super.read();
      bytesRead.addAndGet(value < 0 ? 0 : 1);
      return value;
    }

    @Override
    public synchronized int read(byte[] to, int offset, int length) {
      int count = super.read(to, offset, length);
      bytesRead.addAndGet(Math.max(0, count));
      return count;
    }

    @Override
    public synchronized byte[] readAllBytes() {
      var all = super.readAllBytes();
      bytesRead.addAndGet(all.length);
      return all;
    }
  }
}
