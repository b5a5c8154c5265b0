package io.pix2pix.bench.speed;

import io.pix2pix.api.error.InvalidInputException;
import io.pix2pix.bench.speed.OpponentChoice.Chosen;
import io.pix2pix.bench.speed.job.JobSettings;
import io.pix2pix.bench.speed.measure.Calibration;
import io.pix2pix.bench.speed.measure.Noise;
import io.pix2pix.bench.speed.measure.Noise.Reading;
import io.pix2pix.bench.speed.measure.RoundValues;
import io.pix2pix.bench.speed.result.WorkResult;
import io.pix2pix.bench.speed.result.WorkResult.OpponentResult;
import io.pix2pix.bench.speed.work.Work;
import io.pix2pix.bench.speed.work.Work.Measured;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The rounds of one work. */
final class WorkMeasurement {
  /** For threads that go on looking for work a moment after they had some. */
  private static final long PAUSE_MILLIS = 200;

  private final SpeedRequest request;
  private final Work work;
  private final Calibration calibration;
  private final SpeedListener listener;
  private final List<String> notes = new ArrayList<>();
  private final List<Reading> readings = new ArrayList<>();
  private final List<Double> ours = new ArrayList<>();
  private final List<Double> theirs = new ArrayList<>();

  WorkMeasurement(
      SpeedRequest request, Work work, Calibration calibration, SpeedListener listener) {
    this.request = request;
    this.work = work;
    this.calibration = calibration;
    this.listener = listener;
  }

  WorkResult run() throws InterruptedException {
    var job = work.job(request.scratch());
    try (var choice = new OpponentChoice(request, work, job, listener, notes);
        var own = warm(job)) {
      var chosen = choice.best();
      for (int round = 1; round <= request.rounds(); round++) {
        round(round, own, chosen.map(Chosen::measured).orElse(null));
      }
      readings.add(calibration.read());
      return result(chosen);
    }
  }

  /** What only a first round pays for, such as files that the system has not read yet. */
  private Measured warm(JobSettings job) {
    listener.onPhase(work, "ours, not counted");
    var own = work.open(request.ours(), job, request.effort());
    try {
      own.round();
      return own;
    } catch (RuntimeException e) {
      own.close();
      throw e;
    }
  }

  private void round(int number, Measured own, @Nullable Measured opponent)
      throws InterruptedException {
    var words = "round %d of %d: ".formatted(number, request.rounds());
    readings.add(calibration.read());
    listener.onPhase(work, words + "ours");
    ours.add(own.round());
    if (opponent != null) {
      Thread.sleep(PAUSE_MILLIS);
      listener.onPhase(work, words + "theirs");
      opponentRound(opponent);
    }
    Thread.sleep(PAUSE_MILLIS);
  }

  private void opponentRound(Measured opponent) {
    try {
      theirs.add(opponent.round());
    } catch (InvalidInputException e) {
      notes.add(String.valueOf(e.getMessage()));
    }
  }

  private WorkResult result(Optional<Chosen> chosen) {
    var opponent =
        chosen
            .filter(one -> theirs.size() == request.rounds())
            .map(one -> new OpponentResult(one.variant().words(), new RoundValues(theirs)));
    return new WorkResult(
        work.name(), work.unit(), new RoundValues(ours), opponent, Noise.of(readings), notes);
  }
}
