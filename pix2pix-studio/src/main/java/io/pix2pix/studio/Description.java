package io.pix2pix.studio;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;

/**
 * What a page is told at first.
 *
 * @param sketch what is drawn
 * @param examples what they are called
 * @param split that they are of
 * @param withoutExamples why there are none; empty if there are some
 * @param runs as they are at the moment
 * @param most runs that can be shown side by side
 */
record Description(
    Sketch sketch,
    ImmutableList<String> examples,
    String split,
    String withoutExamples,
    ImmutableList<StudioRun.State> runs,
    int most) {

  static Description of(Studio studio) {
    var examples = studio.examples();
    return new Description(
        studio.sketch(),
        examples.names(),
        examples.split(),
        examples.problem(),
        states(studio),
        Studio.OPEN);
  }

  /** The runs as they are at the moment. */
  static ImmutableList<StudioRun.State> states(Studio studio) {
    return studio.runs().stream().map(StudioRun::state).collect(toImmutableList());
  }
}
