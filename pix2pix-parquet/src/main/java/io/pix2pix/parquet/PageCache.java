package io.pix2pix.parquet;

import static java.util.Objects.requireNonNull;

import com.google.common.base.Throwables;
import com.google.common.cache.Cache;
import com.google.common.cache.CacheBuilder;
import com.google.common.collect.ImmutableList;
import com.google.common.util.concurrent.UncheckedExecutionException;
import io.pix2pix.api.error.InvalidInputException;
import io.pix2pix.parquet.Chunk.Page;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;

/**
 * Reads single values. Where pages lie is kept once it was found; pages that were unpacked are kept
 * as long as they fit into a part of the memory. Thread-safe.
 */
final class PageCache {
  private static final long BYTES = 128L << 20;
  private static final int SHARE_OF_MEMORY = 8;

  private final Map<InGroup, ImmutableList<Page>> pages = new ConcurrentHashMap<>();
  private final Cache<InPage, PageValues> values =
      CacheBuilder.newBuilder()
          // Each part of a cache keeps its share of the weight only.
          .concurrencyLevel(1)
          .maximumWeight(Math.min(BYTES, Runtime.getRuntime().maxMemory() / SHARE_OF_MEMORY))
          .weigher((InPage page, PageValues found) -> found.bytes())
          .build();

  private record InGroup(String where, int leaf, int group) {}

  private record InPage(InGroup group, int page) {}

  /**
   * The value of a row.
   *
   * @return empty if it has none
   * @throws InvalidInputException if it cannot be read
   */
  Optional<byte[]> value(Shard shard, Leaf leaf, int row) {
    int group = shard.starts().partOf(row);
    int inGroup = shard.starts().withinPart(row);
    var place = new InGroup(shard.where(), leaf.index(), group);
    var all = pages.computeIfAbsent(place, its -> shard.chunk(group, leaf).pages());
    int at = pageOf(all, inGroup);
    var found = values(new InPage(place, at), shard, leaf, all).values();
    var value = found[inGroup - all.get(at).firstRow()];
    return value == null ? Optional.empty() : Optional.of(value.getBytes());
  }

  private PageValues values(InPage place, Shard shard, Leaf leaf, ImmutableList<Page> all) {
    try {
      return values.get(
          place,
          () ->
              PageValues.of(shard.chunk(place.group().group(), leaf), all, all.get(place.page())));
    } catch (ExecutionException | UncheckedExecutionException e) {
      Throwables.throwIfUnchecked(requireNonNull(e.getCause()));
      throw new IllegalStateException(e);
    }
  }

  /** The last page that begins at a row or before it. */
  private static int pageOf(ImmutableList<Page> pages, int row) {
    int low = 0;
    int high = pages.size() - 1;
    while (low < high) {
      int middle = (low + high + 1) >>> 1;
      if (pages.get(middle).firstRow() <= row) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return low;
  }
}
