package io.pix2pix.cli.console;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.pattern.CompositeConverter;
import io.pix2pix.api.error.VisibleText;

/**
 * Makes parts of a log's pattern visible text: {@code %visible(%msg){line}} as one line, {@code
 * %visible(%ex)} as several. {@code logback.xml} names it.
 */
public final class VisibleLog extends CompositeConverter<ILoggingEvent> {
  private static final String LINE = "line";

  /** Called by logback alone. */
  public VisibleLog() {}

  @Override
  protected String transform(ILoggingEvent event, String text) {
    return LINE.equals(getFirstOption()) ? VisibleText.line(text) : VisibleText.lines(text);
  }
}
