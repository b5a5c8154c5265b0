package io.pix2pix.train.exchange;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.pix2pix.train.weights.WeightFile;
import java.nio.file.Path;

/**
 * Those tensors of a file whose names begin alike, by the rest of their names. Safe for use by
 * several threads, as files of weights are.
 *
 * @param file that closes with this
 * @param prefix for example {@code module.}
 */
public record WithoutPrefix(WeightFile file, String prefix) implements WeightFile {

  @Override
  public Path path() {
    return file.path();
  }

  @Override
  public ImmutableSet<String> names() {
    return file.names().stream()
        .filter(name -> name.startsWith(prefix))
        .map(name -> name.substring(prefix.length()))
        .collect(ImmutableSet.toImmutableSet());
  }

  @Override
  public ImmutableList<Long> shape(String name) {
    return file.shape(prefix + name);
  }

  @Override
  public float[] floats(String name) {
    return file.floats(prefix + name);
  }

  @Override
  public void close() {
    file.close();
  }
}
