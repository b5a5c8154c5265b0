package io.pix2pix.train.run;

import com.google.common.collect.ImmutableList;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A page that shows translated images beside what they were made from.
 *
 * @param run the name of the run that translated them
 * @param summary one line on how good they are, for example mean L1 and PSNR; may be empty
 * @param translations in this order
 */
public record TranslationPage(String run, String summary, ImmutableList<Translation> translations) {

  /**
   * Writes the page. It links to the images relative to itself, so that its folder can be moved
   * with them.
   *
   * @param page for example {@code translated/index.html}
   * @throws io.pix2pix.api.error.InvalidInputException if it cannot be written
   */
  public void write(Path page) {
    var rows =
        translations.stream()
            .map(translation -> row(page, translation))
            .collect(ImmutableList.toImmutableList());
    boolean targets = translations.stream().anyMatch(t -> t.target().isPresent());
    var view = new View(run, summary, Words.count(rows.size()), targets, rows);
    AtomicFiles.write(page, Page.fill("translation.html", view));
  }

  private static Row row(Path page, Translation translation) {
    return new Row(
        translation.name(),
        Page.link(page, translation.input()),
        Page.link(page, translation.output()),
        translation.target().stream().map(target -> Page.link(page, target)).toList());
  }

  /**
   * The files of one translated image.
   *
   * @param name caption
   * @param input what the generator was given
   * @param output what it made of it
   * @param target what it should have made, if known
   */
  public record Translation(String name, Path input, Path output, Optional<Path> target) {}

  /** What the template names; a list stands also for what may be missing. */
  private record View(
      String run, String summary, String count, boolean targets, ImmutableList<Row> rows) {}

  private record Row(String name, String input, String output, List<String> target) {}
}
