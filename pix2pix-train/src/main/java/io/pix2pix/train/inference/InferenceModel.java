package io.pix2pix.train.inference;

import static com.google.common.base.Preconditions.checkArgument;
import static com.google.common.collect.ImmutableListMultimap.toImmutableListMultimap;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Iterables;
import io.pix2pix.api.image.Image;
import io.pix2pix.api.image.ImageShape;
import io.pix2pix.api.network.GraphPlan;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A generator at work, for any number of threads. Its weights are loaded once and serve images of
 * all sizes; memory stays bounded however many sizes there are. Images of equal size are computed
 * several at a time, each as if it were alone.
 */
public final class InferenceModel implements AutoCloseable {
  private static final int IMAGES_AT_ONCE = 4;

  private static final int PIXELS_AT_ONCE = IMAGES_AT_ONCE * 512 * 512;

  private final InferenceSettings settings;

  /** Held for reading while images are computed, for writing while the graph changes. */
  private final ReadWriteLock lock = new ReentrantReadWriteLock();

  private @Nullable ForwardPasses passes;

  private InferenceModel(InferenceSettings settings, ForwardPasses passes) {
    this.settings = settings;
    this.passes = passes;
  }

  /**
   * Loads the weights.
   *
   * @param size of images that the generator can take, for example those that it was trained on
   * @param weights of the generator; asked again if another size should need more of them
   */
  public static InferenceModel open(
      InferenceSettings settings, ImageShape size, WeightSource weights) {
    var passes = new ForwardPasses(settings, weights);
    try {
      passes.add(size);
      return new InferenceModel(settings, passes);
    } catch (RuntimeException e) {
      passes.close();
      throw e;
    }
  }

  /** What the generator is used for. */
  public InferenceSettings settings() {
    return settings;
  }

  /** How operations are computed, for the sizes that were translated so far. */
  public GraphPlan plan() {
    lock.readLock().lock();
    try {
      return opened().session().plan();
    } finally {
      lock.readLock().unlock();
    }
  }

  /**
   * {@code G(x)}.
   *
   * @param condition {@code x}; height and width multiples of the generator's {@code sizeMultiple}
   * @param draw number of the noise: the same number gives the same noise
   * @return of the same height and width
   * @throws IllegalArgumentException if the condition has another number of channels
   * @throws IllegalStateException if the model is closed
   */
  public Image generate(Image condition, long draw) {
    return generate(ImmutableList.of(condition), draw).get(0);
  }

  /**
   * {@code G(x)} of several conditions, of one size or of many: the same images as one by one.
   *
   * @param conditions height and width multiples of the generator's {@code sizeMultiple}
   * @param draw number of the noise: the same number gives the same noise
   * @return in the order of the conditions
   * @throws IllegalArgumentException if a condition has another number of channels
   * @throws IllegalStateException if the model is closed
   */
  public ImmutableList<Image> generate(List<Image> conditions, long draw) {
    conditions.forEach(this::checkChannels);
    var bySize =
        IntStream.range(0, conditions.size())
            .boxed()
            .collect(toImmutableListMultimap(i -> conditions.get(i).shape(), i -> i));
    var generated = new Image[conditions.size()];
    bySize
        .asMap()
        .forEach(
            (size, places) -> {
              int atOnce = Math.max(1, Math.min(IMAGES_AT_ONCE, PIXELS_AT_ONCE / pixels(size)));
              for (var some : Iterables.partition(places, atOnce)) {
                var images = run(size, some.stream().map(conditions::get).toList(), draw);
                for (int i = 0; i < images.size(); i++) {
                  generated[some.get(i)] = images.get(i);
                }
              }
            });
    return ImmutableList.copyOf(generated);
  }

  private void checkChannels(Image condition) {
    checkArgument(
        condition.channels() == settings.network().conditionChannels(),
        "a condition has %s channels, not %s",
        settings.network().conditionChannels(),
        condition.channels());
  }

  private static int pixels(ImageShape size) {
    return Math.toIntExact((long) size.height() * size.width());
  }

  private ImmutableList<Image> run(ImageShape size, List<Image> conditions, long draw) {
    var images = runIfReady(size, conditions, draw);
    while (images.isEmpty()) {
      makeReady(size);
      images = runIfReady(size, conditions, draw);
    }
    return images.get();
  }

  private Optional<ImmutableList<Image>> runIfReady(
      ImageShape size, List<Image> conditions, long draw) {
    lock.readLock().lock();
    try {
      var open = opened();
      return open.has(size)
          ? Optional.of(open.of(size).run(open.session(), conditions, draw))
          : Optional.empty();
    } finally {
      lock.readLock().unlock();
    }
  }

  private void makeReady(ImageShape size) {
    lock.writeLock().lock();
    try {
      var open = opened();
      if (!open.has(size) && open.isFull()) {
        passes = open.successor(size);
        open.close();
      } else if (!open.has(size)) {
        open.add(size);
      }
    } finally {
      lock.writeLock().unlock();
    }
  }

  private ForwardPasses opened() {
    if (passes == null) {
      throw new IllegalStateException("the model is closed; open another one");
    }
    return passes;
  }

  /** How many operations its graph has. */
  int operations() {
    return opened().operations();
  }

  /** Waits until no image is being computed. Calls that come later are refused. */
  @Override
  public void close() {
    lock.writeLock().lock();
    try {
      if (passes != null) {
        passes.close();
        passes = null;
      }
    } finally {
      lock.writeLock().unlock();
    }
  }
}
