package io.pix2pix.data.layout;

import com.google.common.cache.CacheBuilder;
import com.google.common.cache.CacheLoader;
import com.google.common.cache.LoadingCache;
import io.pix2pix.api.data.FileTree;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * What was found in trees of files: a tree does not change, and the splits of large sets are asked
 * for one after the other. It is kept while the tree is in use and memory is not short.
 * Thread-safe.
 *
 * @param <K> what is looked for
 * @param <V> what is found
 */
public final class FoundInTree<K, V> {
  private final LoadingCache<FileTree, Map<K, V>> found =
      CacheBuilder.newBuilder()
          .weakKeys()
          .softValues()
          .build(CacheLoader.from(files -> new ConcurrentHashMap<>()));

  /** Nothing yet. */
  public FoundInTree() {}

  /**
   * What is wanted, looked for once.
   *
   * @param look finds it; what it throws is not kept
   */
  public V get(FileTree files, K wanted, Function<K, V> look) {
    return found.getUnchecked(files).computeIfAbsent(wanted, look);
  }
}
