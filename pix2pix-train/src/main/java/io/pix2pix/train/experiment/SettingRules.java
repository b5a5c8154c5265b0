package io.pix2pix.train.experiment;

import io.pix2pix.api.Experiment;
import io.pix2pix.api.error.InvalidInputException;
import io.pix2pix.api.plugin.Setting;
import io.pix2pix.train.experiment.Tree.KeyPath;
import io.pix2pix.train.experiment.Tree.ValueSource;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Checks experiments that were built in Java against what their settings declare, as {@link
 * ExperimentReader} checks files.
 */
public final class SettingRules {
  private static final Pattern NAME = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

  private SettingRules() {}

  /**
   * Checks the name of an experiment and every setting in it.
   *
   * @throws InvalidInputException if a value is outside of what its {@link Setting} allows; the
   *     message begins with the experiment's name and the key
   * @throws IllegalArgumentException if a component of a record has no {@link Setting}
   */
  public static void check(Experiment experiment) {
    var source = ValueSource.file(experiment.name());
    checkName(experiment, source);
    check(experiment, source, KeyPath.ROOT);
  }

  static void checkName(Experiment experiment, ValueSource source) {
    if (!NAME.matcher(experiment.name()).matches()) {
      throw source.problem(
          KeyPath.ROOT.child(Tree.Block.NAME),
          "must be lower-case letters and digits, in parts joined by dashes, not \""
              + experiment.name()
              + "\"; for example labels-to-photo");
    }
  }

  private static void check(Record record, ValueSource source, KeyPath at) {
    for (var setting : DeclaredSetting.of(record.getClass())) {
      check(setting.valueIn(record), setting.limits(), source, at.child(setting.key()));
    }
  }

  private static void check(Object value, Constraints limits, ValueSource source, KeyPath at) {
    if (value instanceof Record record) {
      check(record, source, at);
    } else if (value instanceof List<?> list) {
      for (int i = 0; i < list.size(); i++) {
        check(list.get(i), limits, source, at.child(i));
      }
    } else {
      refuse(limits.problem(value), source, at);
    }
  }

  static void refuse(Optional<String> problem, ValueSource source, KeyPath at) {
    if (problem.isPresent()) {
      throw source.problem(at, problem.get());
    }
  }
}
