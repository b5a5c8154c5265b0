package io.pix2pix.train.experiment;

import com.google.common.collect.ImmutableList;
import io.pix2pix.api.plugin.Setting;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Optional;

/**
 * A record component that an experiment file can say.
 *
 * @param component where it is declared
 * @param type what it holds
 * @param setting its default, meaning and limits
 */
record DeclaredSetting(RecordComponent component, SettingType type, Setting setting) {

  /**
   * The settings of a record, in the order of their declaration.
   *
   * @throws IllegalArgumentException if a component has no {@link Setting}, or one of a type that
   *     settings cannot have
   */
  static ImmutableList<DeclaredSetting> of(Class<?> record) {
    return Arrays.stream(record.getRecordComponents())
        .map(DeclaredSetting::of)
        .collect(ImmutableList.toImmutableList());
  }

  private static DeclaredSetting of(RecordComponent component) {
    var setting = component.getAnnotation(Setting.class);
    if (setting == null) {
      throw new IllegalArgumentException(
          component.getDeclaringRecord()
              + ": component "
              + component.getName()
              + " has no @Setting");
    }
    return new DeclaredSetting(component, SettingType.of(component.getGenericType()), setting);
  }

  String key() {
    return setting.key().isEmpty() ? component.getName() : setting.key();
  }

  Constraints limits() {
    return Constraints.of(setting);
  }

  /** The default, as in an experiment file; empty if the file must say it. */
  Optional<String> standard() {
    return setting.value().equals(Setting.REQUIRED)
        ? Optional.empty()
        : Optional.of(setting.value());
  }

  /** The value in a record. */
  Object valueIn(Record record) {
    var accessor = component.getAccessor();
    try {
      accessor.setAccessible(true);
      return accessor.invoke(record);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("cannot read " + key() + " of " + record, e);
    }
  }
}
