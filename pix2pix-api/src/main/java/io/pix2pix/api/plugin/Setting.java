package io.pix2pix.api.plugin;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Declares what an experiment file may say of a record component: its default, its meaning, and the
 * values allowed.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Setting {

  /** Marks a setting without a default: the experiment file must give it. */
  String REQUIRED = "<required>";

  /** The default, written as in an experiment file (YAML). */
  String value() default REQUIRED;

  /** Its key in an experiment file, where Java does not allow that name; else the component's. */
  String key() default "";

  /** What the setting does, in a few words and with its unit: printed by {@code pix2pix list}. */
  String meaning();

  /** The least number allowed. */
  double min() default Double.NEGATIVE_INFINITY;

  /** The greatest number allowed. */
  double max() default Double.POSITIVE_INFINITY;

  /** The only values allowed; empty where type and range say enough. */
  String[] allowed() default {};
}
