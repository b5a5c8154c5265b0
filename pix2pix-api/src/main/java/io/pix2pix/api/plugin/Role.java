package io.pix2pix.api.plugin;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Marks an interface whose records are plug-ins, chosen by {@code name} in an experiment file. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Role {

  /**
   * What the role is called in messages and in {@code pix2pix list}, for example {@code generator}.
   */
  String value();

  /** What a plug-in of this role does, in one sentence. */
  String meaning();

  /**
   * The plug-in that a bare number stands for, its first setting being that number; empty if a
   * number stands for none.
   */
  String number() default "";
}
