package io.pix2pix.graph.calibration;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CacheFolderTest {
  @Test
  void isWhereTheSystemKeepsSuchThings() {
    assertThat(CacheFolder.of(Map.of(), "Linux", "home")).isEqualTo(Path.of("home/.cache/pix2pix"));
    assertThat(CacheFolder.of(Map.of("XDG_CACHE_HOME", "xdg"), "Linux", "home"))
        .isEqualTo(Path.of("xdg/pix2pix"));
    assertThat(CacheFolder.of(Map.of(), "Mac OS X", "home"))
        .isEqualTo(Path.of("home/Library/Caches/pix2pix"));
    assertThat(CacheFolder.of(Map.of("LOCALAPPDATA", "local"), "Windows 11", "home"))
        .isEqualTo(Path.of("local/pix2pix"));
  }

  @Test
  void isWhatTheUserNames() {
    assertThat(CacheFolder.of(Map.of("PIX2PIX_CACHE", "mine"), "Linux", "home"))
        .isEqualTo(Path.of("mine"));
  }
}
