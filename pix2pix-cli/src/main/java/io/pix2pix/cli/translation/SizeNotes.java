package io.pix2pix.cli.translation;

import com.google.common.collect.ImmutableList;
import io.pix2pix.api.image.ImageShape;
import io.pix2pix.train.run.RunProgress;
import io.pix2pix.train.translation.PictureSize;
import io.pix2pix.train.translation.TrainedRun;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What there is to say of the sizes of pictures before they are translated.
 *
 * @param run that translates them
 * @param jobs all of them, at least one
 * @param size at which they are translated
 * @param isAsked whether somebody asked for that size
 */
record SizeNotes(TrainedRun run, List<FileJob> jobs, PictureSize size, boolean isAsked) {

  /** A line for each thing. */
  ImmutableList<String> lines() {
    return Stream.of(resized(), untrained(), halved(), doubled())
        .flatMap(Optional::stream)
        .collect(ImmutableList.toImmutableList());
  }

  private Optional<String> resized() {
    var to = size.translated().apply(jobs.get(0).shape()).widthByHeight();
    if (!isAsked && run.data().keepsSize()) {
      return count(shape -> !size.translated().apply(shape).equals(shape))
          .map(count -> count + " padded to " + to + " pixels, and results are cut back");
    }
    var how = isAsked ? "" : ", as in training (--size own takes pictures as they are)";
    var results =
        size.restored()
            ? "; results get the size of their inputs"
            : "; --restore-size brings results back to the size of their inputs";
    return count(shape -> !size.translated().apply(shape).equals(shape))
        .map(count -> count + " resized to " + to + " pixels" + how + results);
  }

  private Optional<String> untrained() {
    if (isAsked || !isTrained()) {
      return Optional.empty();
    }
    var trained = trained();
    boolean square = trained.height() == trained.width();
    return count(shape -> isUntrained(size.translated().apply(shape)))
        .map(
            count ->
                "%s translated at a size other than the %s pixels of the training%s"
                    .formatted(
                        count,
                        trained.widthByHeight(),
                        square ? "; --size " + trained.width() + " resizes pictures" : ""));
  }

  private boolean isUntrained(ImageShape shape) {
    return shape.height() != trained().height() || shape.width() != trained().width();
  }

  private Optional<String> halved() {
    return isTrained() && holdsPairs()
        ? count(shape -> hasProportions(shape, 1, 2))
            .map(
                count ->
                    count
                        + " half as wide as what the run was trained on; for single pictures, leave"
                        + " --pairs out")
        : Optional.empty();
  }

  private Optional<String> doubled() {
    return isTrained() && !holdsPairs()
        ? count(shape -> hasProportions(shape, 2, 1))
            .map(
                count ->
                    count
                        + " twice as wide as what the run was trained on; for A|B pairs, give"
                        + " --pairs")
        : Optional.empty();
  }

  private boolean holdsPairs() {
    return jobs.get(0).part().pair().isPresent();
  }

  /** Whether a shape is so many times as wide for its height as those of the training. */
  private boolean hasProportions(ImageShape shape, int times, int by) {
    long width = (long) shape.width() * trained().height() * by;
    return width == (long) trained().width() * shape.height() * times;
  }

  /** A run that was imported knows no sizes. */
  private boolean isTrained() {
    return run.provenance().progress().state() != RunProgress.State.IMPORTED;
  }

  private ImageShape trained() {
    return run.provenance().data().shape().condition();
  }

  private Optional<String> count(Predicate<ImageShape> which) {
    long count = jobs.stream().map(FileJob::shape).filter(which).count();
    if (count == 0) {
      return Optional.empty();
    }
    var what = holdsPairs() ? "condition" : "picture";
    return Optional.of(
        "%d of %d %ss %s".formatted(count, jobs.size(), what, count == 1 ? "is" : "are"));
  }
}
