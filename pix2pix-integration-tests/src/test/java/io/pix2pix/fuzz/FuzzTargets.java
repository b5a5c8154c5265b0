package io.pix2pix.fuzz;

import com.google.common.collect.ImmutableList;
import java.util.NoSuchElementException;

/** All readers that are fuzzed. */
final class FuzzTargets {
  private FuzzTargets() {}

  static ImmutableList<FuzzTarget> all() {
    return ImmutableList.<FuzzTarget>builder()
        .addAll(WeightTargets.all())
        .addAll(TextTargets.all())
        .addAll(PictureTargets.all())
        .addAll(ArchiveTargets.all())
        .add(HttpTarget.target())
        .build();
  }

  static FuzzTarget named(String name) {
    return all().stream()
        .filter(target -> target.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new NoSuchElementException(
                    "no target \"%s\"; known: %s"
                        .formatted(name, all().stream().map(FuzzTarget::name).toList())));
  }
}
