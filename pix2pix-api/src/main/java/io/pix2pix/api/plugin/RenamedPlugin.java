package io.pix2pix.api.plugin;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says what a plug-in was called before. An experiment file that uses an old name is told the new
 * one; the experiment that a run has stored is read as before.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface RenamedPlugin {
  /** The old names, within the role. */
  String[] from();
}
