package io.pix2pix.api.plugin;

import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says what a setting of a record was called before. An experiment file that uses the old key is
 * told the new one; the experiment that a run has stored is read as before.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@Repeatable(RenamedSetting.List.class)
public @interface RenamedSetting {
  /** The old key, in the block of the record. */
  String from();

  /** The new key, dotted where it is in a block within; for example {@code checkpoints.every}. */
  String to();

  /** Several settings of one record. */
  @Retention(RetentionPolicy.RUNTIME)
  @Target(ElementType.TYPE)
  @interface List {
    /** In any order. */
    RenamedSetting[] value();
  }
}
