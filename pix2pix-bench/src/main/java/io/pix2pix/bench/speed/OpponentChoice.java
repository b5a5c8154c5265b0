package io.pix2pix.bench.speed;

import io.pix2pix.api.error.InvalidInputException;
import io.pix2pix.bench.speed.contender.Pytorch;
import io.pix2pix.bench.speed.job.JobSettings;
import io.pix2pix.bench.speed.work.Effort;
import io.pix2pix.bench.speed.work.Variant;
import io.pix2pix.bench.speed.work.Work;
import io.pix2pix.bench.speed.work.Work.Measured;
import java.util.List;
import java.util.Optional;

/**
 * Finds the way in which the opponent does a work best: each has a short round before the others.
 */
final class OpponentChoice implements AutoCloseable {
  private static final String COMPILER = "torch.compile was left out: it needs a C++ compiler";
  private static final String QUICK = "torch.compile was left out: --quick";

  private final SpeedRequest request;
  private final Work work;
  private final JobSettings job;
  private final SpeedListener listener;
  private final List<String> notes;
  private Optional<Chosen> best = Optional.empty();

  OpponentChoice(
      SpeedRequest request,
      Work work,
      JobSettings job,
      SpeedListener listener,
      List<String> notes) {
    this.request = request;
    this.work = work;
    this.job = job;
    this.listener = listener;
    this.notes = notes;
  }

  /** The best way, ready for its rounds; empty without an opponent that can do the work. */
  Optional<Chosen> best() {
    request.opponent().ifPresent(this::tryAll);
    return best;
  }

  private void tryAll(Pytorch opponent) {
    boolean quick = request.effort() == Effort.QUICK;
    boolean compiles = opponent.compiles() && !quick;
    for (var variant : work.variants()) {
      if (compiles || !variant.compiles()) {
        tryOne(opponent, variant);
      }
    }
    if (!compiles && work.variants().stream().anyMatch(Variant::compiles)) {
      notes.add(quick ? QUICK : COMPILER);
    }
  }

  private void tryOne(Pytorch opponent, Variant variant) {
    listener.onPhase(work, "looking for the opponent's best way: " + variant.words());
    try {
      keepBetter(chosen(opponent, variant));
    } catch (InvalidInputException e) {
      notes.add(variant.words() + ": " + e.getMessage());
    }
  }

  private Chosen chosen(Pytorch opponent, Variant variant) {
    var settings = job.withOptions(variant.options());
    var measured = work.open(opponent.contender(), settings, request.effort());
    try {
      return new Chosen(variant, measured, measured.round());
    } catch (RuntimeException e) {
      measured.close();
      throw e;
    }
  }

  private void keepBetter(Chosen candidate) {
    boolean better = best.map(one -> candidate.cost() < one.cost()).orElse(true);
    if (better) {
      best.ifPresent(Chosen::close);
      best = Optional.of(candidate);
    } else {
      candidate.close();
    }
  }

  @Override
  public void close() {
    best.ifPresent(Chosen::close);
  }

  /**
   * A way of the opponent.
   *
   * @param variant the way
   * @param measured the opponent, ready for its rounds
   * @param cost of the round that was not counted
   */
  record Chosen(Variant variant, Measured measured, double cost) {
    void close() {
      measured.close();
    }
  }
}
