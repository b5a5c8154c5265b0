package io.pix2pix.bench.speed.job;

import com.google.common.collect.ImmutableList;
import io.pix2pix.api.image.Image;
import io.pix2pix.api.image.ImageShape;
import io.pix2pix.train.inference.InferenceModel;
import java.util.SplittableRandom;

/** Translations of images of many sizes: ten of one, then ten of another, without a pattern. */
final class MixedTranslations implements Job {
  private static final int HEIGHTS = 3;
  private static final int WIDTHS = 4;
  private static final int OF_ONE_SIZE = 10;

  private final InferenceModel model;
  private final ImmutableList<Image> images;
  private final SplittableRandom order = new SplittableRandom(1);
  private int size;
  private long draw;

  private MixedTranslations(InferenceModel model, ImmutableList<Image> images) {
    this.model = model;
    this.images = images;
  }

  /** Sizes are multiples of the job's, more of them than a model has room for at a time. */
  static Job open(Jobs jobs, JobSettings settings) {
    var images = ImmutableList.<Image>builder();
    for (int height = 1; height <= HEIGHTS; height++) {
      for (int width = 1; width <= WIDTHS; width++) {
        var shape = new ImageShape(height * settings.size(), width * settings.size(), 3);
        images.add(Image.owning(shape, RandomImages.values(shape.size(), (long) height * width)));
      }
    }
    return new MixedTranslations(Translations.model(jobs, settings), images.build());
  }

  @Override
  public void run() {
    if (draw % OF_ONE_SIZE == 0) {
      size = order.nextInt(images.size());
    }
    model.generate(images.get(size), draw++);
  }

  @Override
  public void close() {
    model.close();
  }
}
