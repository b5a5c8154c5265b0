package io.pix2pix.bench.study;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What a study file says, and what the user says beside it.
 *
 * @param file of the study
 * @param study its keys
 * @param small those of its reduced scale, if that is meant
 * @param changes {@code key=value} each, to the experiment of every cell
 */
record ParsedStudy(Path file, Keys study, Optional<Keys> small, List<String> changes) {

  /** Who says a key: the reduced scale if it does. */
  Keys of(String key) {
    return small.filter(reduced -> reduced.find(key).isPresent()).orElse(study);
  }
}
