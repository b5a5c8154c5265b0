package io.pix2pix.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a program inherits that depends on the library, and what it does not. */
class LibraryClassPathTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "picocli.CommandLine",
        "me.tongfei.progressbar.ProgressBar",
        "ch.qos.logback.classic.Logger",
        "io.pix2pix.cli.Main"
      })
  void itHasNeitherACommandLineNorALoggingBackend(String name) {
    assertThatThrownBy(() -> Class.forName(name)).isInstanceOf(ClassNotFoundException.class);
    assertThat(System.getProperty("java.class.path")).doesNotContain("picocli", "logback");
  }

  @Test
  void itLoadsWithAllPlugins() throws Exception {
    assertThat(Pix2PixLibrary.load()).isNotNull();
    assertThat(Class.forName("org.slf4j.Logger")).isNotNull();
  }
}
