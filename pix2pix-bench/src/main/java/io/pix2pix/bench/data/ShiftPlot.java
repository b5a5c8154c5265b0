package io.pix2pix.bench.data;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import io.pix2pix.data.check.AlignmentSummary;
import io.pix2pix.data.check.AlignmentSummary.ShiftCount;
import java.util.Locale;

/**
 * Shifts of targets as dots around the middle, the larger the more pairs have them.
 *
 * @param reach pixels from the middle to the ends
 * @param dots in units of the plot, which is 200 by 200
 */
record ShiftPlot(int reach, ImmutableList<Dot> dots) {
  private static final double MIDDLE = 100;
  private static final double HALF = 84;
  private static final int LEAST_REACH = 4;
  private static final double LARGEST = 13;
  private static final double SMALLEST = 2.5;

  static ShiftPlot of(AlignmentSummary alignment) {
    int reach =
        alignment.shifts().stream()
            .mapToInt(shift -> Math.max(Math.abs(shift.dx()), Math.abs(shift.dy())))
            .reduce(LEAST_REACH, Math::max);
    return new ShiftPlot(
        reach,
        alignment.shifts().stream()
            .map(shift -> dot(shift, reach, alignment.trusted()))
            .collect(toImmutableList()));
  }

  private static Dot dot(ShiftCount shift, int reach, int all) {
    double radius = SMALLEST + (LARGEST - SMALLEST) * Math.sqrt((double) shift.pairs() / all);
    return new Dot(
        tenths(MIDDLE + HALF * shift.dx() / reach),
        tenths(MIDDLE + HALF * shift.dy() / reach),
        tenths(radius),
        "%s: %d pairs".formatted(AlignmentSummary.words(shift.dx(), shift.dy()), shift.pairs()));
  }

  private static String tenths(double value) {
    return String.format(Locale.ROOT, "%.1f", value);
  }

  record Dot(String x, String y, String radius, String words) {}
}
