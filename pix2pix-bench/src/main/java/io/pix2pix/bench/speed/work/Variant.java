package io.pix2pix.bench.speed.work;

import com.google.common.collect.ImmutableList;

/**
 * A way in which the opponent can go about a work.
 *
 * @param words for example {@code fused, channels_last}, or {@code eager}
 * @param options as its script calls them; none for the way that it goes by itself
 */
public record Variant(String words, ImmutableList<String> options) {
  private static final String COMPILE = "compile";

  private static final ImmutableList<Variant> TRAINING =
      ImmutableList.of(
          of(),
          of("fused"),
          of("fused", "channels_last"),
          of("fused", COMPILE),
          of("fused", "channels_last", COMPILE));

  private static final ImmutableList<Variant> TRANSLATION =
      ImmutableList.of(of(), of("channels_last"), of(COMPILE), of("channels_last", COMPILE));

  /** A first step waits for the compiler longer than for anything else. */
  private static final ImmutableList<Variant> START =
      ImmutableList.of(of(), of("fused"), of("fused", "channels_last"));

  private static Variant of(String... options) {
    var words = options.length == 0 ? "eager" : String.join(", ", options);
    return new Variant(words, ImmutableList.copyOf(options));
  }

  /** Those of training steps. */
  static ImmutableList<Variant> training() {
    return TRAINING;
  }

  /** Those of translation. */
  static ImmutableList<Variant> translation() {
    return TRANSLATION;
  }

  /** Those of a process that has just begun. */
  static ImmutableList<Variant> start() {
    return START;
  }

  /** The one way of processes that train together. */
  static ImmutableList<Variant> together() {
    return ImmutableList.of(of("fused"));
  }

  /** The one way of what PyTorch has no part in. */
  static ImmutableList<Variant> pillow() {
    return ImmutableList.of(new Variant("Pillow", ImmutableList.of()));
  }

  /** Whether it takes {@code torch.compile}. */
  public boolean compiles() {
    return options.contains(COMPILE);
  }
}
