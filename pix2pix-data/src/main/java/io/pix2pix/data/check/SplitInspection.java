package io.pix2pix.data.check;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.pix2pix.api.data.DataFinding;
import io.pix2pix.api.data.Dataset;
import io.pix2pix.api.data.FileTree;
import io.pix2pix.api.data.PairFile;
import io.pix2pix.api.data.Pairs;
import io.pix2pix.api.error.InvalidInputException;
import io.pix2pix.api.image.ImagePair;
import io.pix2pix.api.progress.ProgressListener;
import io.pix2pix.data.file.DecodedOnce;
import io.pix2pix.data.file.PictureFacts;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;

/** Looks at every pair of a split, several at once. What stays of each is small. */
final class SplitInspection {
  private final String split;
  private final Pairs pairs;
  private final SideStatistics conditions;
  private final SideStatistics targets;
  private final Map<Integer, ImmutableList<DataFinding>> findings = new TreeMap<>();
  private final Map<String, Integer> shapes = new TreeMap<>();
  private final List<PairMark> marks = new ArrayList<>();
  private UnusedFiles unused = UnusedFiles.NONE;

  private SplitInspection(String split, Pairs pairs, LabelSides labels) {
    this.split = split;
    this.pairs = pairs;
    conditions = new SideStatistics(labels.ofConditions());
    targets = new SideStatistics(labels.ofTargets());
  }

  /** Looks at all pairs. */
  static SplitInspection of(
      Dataset dataset, FileTree files, String split, Pairs pairs, ProgressListener work) {
    var labels = LabelSides.of(pairs, dataset.palette(Optional.of(files)));
    var inspection = new SplitInspection(split, pairs, labels);
    var done = new AtomicLong();
    try (var progress = work.begin("check " + split, pairs.size())) {
      IntStream.range(0, pairs.size())
          .parallel()
          .forEach(
              index -> {
                DecodedOnce.during(() -> inspection.look(index));
                progress.reached(done.incrementAndGet());
              });
    }
    inspection.marks.sort(Comparator.comparingInt(PairMark::index));
    inspection.unused = inspection.unusedFiles(files);
    return inspection;
  }

  /** Looks for damage, at the pixels, and at how they are stored: each file is decoded once. */
  private void look(int index) {
    try {
      var found = pairs.check(index);
      if (!found.isEmpty()) {
        keep(index, found);
      }
      if (found.stream().noneMatch(DataFinding::bad)) {
        measure(index, pairs.read(index));
      }
    } catch (InvalidInputException e) {
      keep(index, ImmutableList.of(DataFinding.problem(pairs.name(index), e)));
    }
  }

  private synchronized void keep(int index, ImmutableList<DataFinding> found) {
    findings.put(index, found);
  }

  private void measure(int index, ImagePair pair) {
    var facts = pairs.files(index).stream().map(PictureFacts::of).collect(toImmutableList());
    boolean own = facts.size() > 1;
    var first = facts.stream().findFirst();
    var second = own ? Optional.of(facts.get(1)) : first;
    var condition = conditions.part(pair.condition(), first, own);
    var target = targets.part(pair.target(), second, own);
    var mark = mark(index, pair);
    synchronized (this) {
      conditions.add(condition);
      targets.add(target);
      marks.add(mark);
      shapes.merge(pair.condition().shape().widthByHeight(), 1, Integer::sum);
    }
  }

  private PairMark mark(int index, ImagePair pair) {
    var alignment = Alignment.of(pair);
    int edge = Math.max(pair.condition().height(), pair.condition().width());
    return new PairMark(
        split,
        index,
        pairs.name(index),
        PictureFingerprint.of(pair.condition()),
        PictureFingerprint.of(pair.target()),
        alignment,
        alignment.isShifted(edge));
  }

  private UnusedFiles unusedFiles(FileTree files) {
    var used = new HashSet<String>();
    for (int index = 0; index < pairs.size(); index++) {
      files(index).stream().map(PairFile::where).forEach(used::add);
    }
    return used.isEmpty() ? UnusedFiles.NONE : UnusedFiles.in(files, split, used);
  }

  /** What keeps them from being opened was told when they were looked at. */
  private ImmutableList<PairFile> files(int index) {
    try {
      return pairs.files(index);
    } catch (InvalidInputException e) {
      return ImmutableList.of();
    }
  }

  /** The pairs that can be used, in their order. */
  ImmutableList<PairMark> marks() {
    return ImmutableList.copyOf(marks);
  }

  Pairs pairs() {
    return pairs;
  }

  SplitReport report() {
    return new SplitReport(
        split,
        pairs.size(),
        words(true),
        words(false),
        unused,
        ImmutableMap.copyOf(shapes),
        conditions.report(),
        targets.report(),
        AlignmentSummary.of(marks));
  }

  private ImmutableList<String> words(boolean bad) {
    return findings.values().stream()
        .flatMap(List::stream)
        .filter(finding -> finding.bad() == bad)
        .map(finding -> finding.where() + ": " + finding.words())
        .collect(toImmutableList());
  }
}
