package io.pix2pix.bench.speed.endurance;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import io.pix2pix.train.run.AtomicFiles;
import io.pix2pix.train.run.Machine;
import io.pix2pix.train.template.Template;
import java.nio.file.Path;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The files of a result: {@code NAME.json}, and {@code NAME.html} to look at.
 *
 * @param folder that they are in
 * @param name theirs, without an ending
 */
public record EnduranceReport(Path folder, String name) {
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  /** A page to look at. */
  public Path page() {
    return folder.resolve(name + ".html");
  }

  /**
   * Writes both.
   *
   * @throws io.pix2pix.api.error.InvalidInputException if a file cannot be written
   */
  public void write(ImmutableList<Course> courses) {
    AtomicFiles.createFolder(folder);
    var machine = Machine.current();
    AtomicFiles.write(
        folder.resolve(name + ".json"),
        JSON.writeValueAsString(new Content(machine, courses)) + "\n");
    var processor = machine.processor().orElse(machine.architecture());
    var view =
        new View(
            name,
            machine.processors() + " × " + processor,
            courses.stream().map(Row::of).collect(toImmutableList()));
    AtomicFiles.write(page(), new Template(EnduranceReport.class, "endurance.html").fill(view));
  }

  private record Content(Machine machine, ImmutableList<Course> courses) {}

  private record View(String name, String machine, ImmutableList<Row> rows) {}

  private record Row(String name, String verdict, ImmutableList<Line> lines) {
    static Row of(Course course) {
      return new Row(
          String.format(Locale.ROOT, "%,d %s", done(course), course.name()),
          course.isFlat() ? "flat" : "not flat",
          ImmutableList.of(
              Line.of("memory", "MiB", course, Course.Sample::mebibytes, course.memoryGrowth()),
              Line.of("time", "ms", course, Course.Sample::milliseconds, course.slowdown())));
    }

    private static int done(Course course) {
      return course.samples().get(course.samples().size() - 1).done();
    }
  }

  /**
   * A line from zero on, in a picture of 600 by 120 pixels.
   *
   * @param path in SVG
   * @param tenth where the part begins that counts
   * @param allowed how high the line may be after it
   */
  private record Line(
      String what, String change, String first, String last, String most, String path, int tenth, String allowed) {
    private static final int WIDTH = 600;
    private static final int HEIGHT = 120;
    private static final double ROOM = 1.1;
    private static final int TENTH = 10;

    static Line of(
        String what,
        String unit,
        Course course,
        ToDoubleFunction<Course.Sample> value,
        double change) {
      var samples = course.samples();
      double first = value.applyAsDouble(samples.get(samples.size() / TENTH));
      double allowed = first * (1 + Course.ALLOWED);
      double most = Math.max(allowed, samples.stream().mapToDouble(value).max().orElse(1));
      var path = new StringBuilder();
      for (int i = 0; i < samples.size(); i++) {
        double x = (double) WIDTH * i / Math.max(1, samples.size() - 1);
        path.append(String.format(Locale.ROOT, "%s%.1f,", i == 0 ? "M" : "L", x));
        path.append(height(value.applyAsDouble(samples.get(i)), most));
      }
      return new Line(
          what,
          String.format(Locale.ROOT, "%+.1f %%", 100 * change),
          words(first, unit),
          words(value.applyAsDouble(samples.get(samples.size() - 1)), unit),
          words(samples.stream().mapToDouble(value).max().orElse(0), unit),
          path.toString(),
          WIDTH / TENTH,
          height(allowed, most));
    }

    private static String height(double value, double most) {
      return String.format(Locale.ROOT, "%.1f", HEIGHT * (1 - value / (most * ROOM)));
    }

    private static String words(double value, String unit) {
      return String.format(Locale.ROOT, value < TENTH ? "%.2f %s" : "%.0f %s", value, unit);
    }
  }
}
