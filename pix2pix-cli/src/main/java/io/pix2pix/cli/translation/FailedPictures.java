package io.pix2pix.cli.translation;

import io.pix2pix.api.error.InvalidInputException;
import io.pix2pix.cli.console.Console;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Pictures that were not translated, and why; the others were. */
final class FailedPictures {
  private final Map<String, InvalidInputException> reasons = new TreeMap<>();

  void add(String where, InvalidInputException why) {
    reasons.put(where, why);
  }

  void add(FailedPictures others) {
    reasons.putAll(others.reasons);
  }

  /** Why a picture was not translated, if it was not. */
  Optional<String> reason(String where) {
    return Optional.ofNullable(reasons.get(where)).map(InvalidInputException::getMessage);
  }

  /** Ends the command by what is wrong with the first. */
  void throwFirst() {
    for (var why : reasons.values()) {
      throw why;
    }
  }

  /**
   * Lists them.
   *
   * @param all pictures that were to be translated
   * @return the exit code: 0 if there are none
   */
  int tell(Console console, int all) {
    if (reasons.isEmpty()) {
      return 0;
    }
    reasons.values().forEach(why -> console.complain(String.valueOf(why.getMessage())));
    console.complain(
        "%d of %d pictures %s not translated; mend them, and run the command again: it does what is missing"
            .formatted(reasons.size(), all, reasons.size() == 1 ? "was" : "were"));
    return 1;
  }
}
