package io.pix2pix.bench.study.plan;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.base.CharMatcher;
import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.primitives.Longs;
import io.pix2pix.api.error.InvalidInputException;
import io.pix2pix.bench.study.plan.StudyReader.ParsedStudy;
import io.pix2pix.train.experiment.Tree.Scalar;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** The seeds that every cell is trained with: a list of them, or how many, counted from 1. */
final class Seeds {
  private static final String KEY = "seeds";
  private static final Pattern CHANGE = Pattern.compile("\\s*seeds\\s*=(.*)", Pattern.DOTALL);

  private Seeds() {}

  /** Whether a {@code key=value} of the command line is about seeds. */
  static boolean isChange(String change) {
    return CHANGE.matcher(change).matches();
  }

  /**
   * Those that the user gives, else those of the study file.
   *
   * @throws InvalidInputException if these are none, or one is named twice
   */
  static ImmutableList<Long> of(ParsedStudy said) {
    return said.changes().stream()
        .map(CHANGE::matcher)
        .filter(Matcher::matches)
        .map(change -> parse(change.group(1).strip()))
        .reduce((first, last) -> last)
        .orElseGet(() -> of(said.of(KEY)));
  }

  private static ImmutableList<Long> of(Keys study) {
    var isNumber =
        study
            .find(KEY)
            .filter(said -> said instanceof Scalar scalar && scalar.value().isNumber())
            .isPresent();
    if (isNumber) {
      return first(study.count(KEY, 1).orElseThrow());
    }
    var seeds = study.wholes(KEY);
    if (hasTwice(seeds)) {
      throw study.problem(KEY, "names a seed twice; keep one of the two");
    }
    return seeds;
  }

  /** {@code 3} are three seeds; {@code [3]} is the seed 3; brackets of longer lists may miss. */
  private static ImmutableList<Long> parse(String text) {
    boolean isList = text.startsWith("[") && text.endsWith("]");
    var inner = isList ? text.substring(1, text.length() - 1) : text;
    var seeds =
        Splitter.on(',')
            .trimResults()
            .splitToStream(inner)
            .flatMap(seed -> Stream.ofNullable(Longs.tryParse(seed)))
            .collect(toImmutableList());
    boolean isCount = !isList && !inner.contains(",");
    if (seeds.size() <= CharMatcher.is(',').countIn(inner) || (isCount && isNone(seeds.get(0)))) {
      throw new InvalidInputException(
          "seeds=%s: must be how many, for example 3, or a list, for example [1, 2, 7]"
              .formatted(text));
    } else if (hasTwice(seeds)) {
      throw new InvalidInputException(
          "seeds=%s: names a seed twice; keep one of the two".formatted(text));
    }
    return isCount ? first(seeds.get(0)) : seeds;
  }

  private static boolean isNone(long number) {
    return number < 1 || number > CellPlans.MOST;
  }

  private static boolean hasTwice(ImmutableList<Long> seeds) {
    return ImmutableSet.copyOf(seeds).size() < seeds.size();
  }

  private static ImmutableList<Long> first(long count) {
    return LongStream.rangeClosed(1, count).boxed().collect(toImmutableList());
  }
}
