package io.pix2pix.bench.perception;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.pix2pix.bench.perception.Protocol.ScreenSide;
import io.pix2pix.bench.perception.Protocol.Trial;
import java.nio.file.Path;

/** A folder with the answers of participants. */
public final class AnsweredStudy {
  private final PerceptionFolder folder;
  private final int trials;

  private AnsweredStudy(PerceptionFolder folder, int trials) {
    this.folder = folder;
    this.trials = trials;
  }

  /** A study without participants so far. */
  public static AnsweredStudy in(Path folder, int trials) {
    var place = new PerceptionFolder(folder);
    try (var answers = Answers.open(place)) {
      answers.keep(ImmutableMap.of("split", "test (checksum)", "trials", "" + trials));
    }
    return new AnsweredStudy(place, trials);
  }

  /** A participant who took so many of the generated images for real. */
  public AnsweredStudy add(String algorithm, int labeledReal) {
    try (var answers = Answers.open(folder)) {
      var session = answers.begin(ImmutableList.of(algorithm));
      for (int i = 0; i < trials; i++) {
        var trial = new Trial(i, false, i, i, ScreenSide.LEFT);
        answers.add(session, trial, new Answers.Names("real", "generated"), i < labeledReal);
      }
    }
    return this;
  }
}
