package io.pix2pix.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.file.Path;

/**
 * Decides what becomes of a test that needs what a machine may lack: it is skipped, but where the
 * environment says {@code CI=true} it fails, so that nothing goes untested unseen.
 */
public final class Provided {
  private static final String DATA = "pix2pix.data";

  private Provided() {}

  /**
   * Goes on only where something is there.
   *
   * @param advice what to provide, for example {@code needs chromium on the PATH}
   */
  public static void require(boolean there, String advice) {
    require(there, advice, "true".equals(System.getenv("CI")));
  }

  static void require(boolean there, String advice, boolean fails) {
    if (fails) {
      assertThat(there).as("%s; with CI=true no such test may be skipped", advice).isTrue();
    } else {
      assumeThat(there).as(advice).isTrue();
    }
  }

  /**
   * The folder of a data set, in the folder that the property {@code pix2pix.data} names; relative
   * ones start from the project.
   *
   * @param name for example {@code facades}
   */
  public static Path data(String name) {
    var property = System.getProperty(DATA, "");
    require(
        !property.isEmpty(), "needs -D%s=FOLDER, the folder that holds %s".formatted(DATA, name));
    return Path.of(System.getProperty("pix2pix.root", "")).resolve(property).resolve(name);
  }
}
