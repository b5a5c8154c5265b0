package io.pix2pix.train.template;

import com.samskivert.mustache.Escapers;
import com.samskivert.mustache.Mustache;
import io.pix2pix.api.error.VisibleText;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/**
 * A template that lies beside a class, as do those that it includes.
 *
 * @param beside the class
 * @param name of the file, for example {@code run.html}
 */
public record Template(Class<?> beside, String name) {

  /**
   * The template with its names filled in; what is filled in is {@link VisibleText}, and escaped.
   *
   * @param view has a method for each name
   */
  public String fill(Object view) {
    try (var reader = resource(name)) {
      return Mustache.compiler()
          .strictSections(true)
          .withEscaper(text -> Escapers.HTML.escape(VisibleText.lines(text)))
          .withLoader(this::resource)
          .compile(reader)
          .execute(view);
    } catch (IOException e) {
      throw new UncheckedIOException(name, e);
    }
  }

  private Reader resource(String file) {
    var stream = Objects.requireNonNull(beside.getResourceAsStream(file), file);
    return new InputStreamReader(stream, StandardCharsets.UTF_8);
  }
}
