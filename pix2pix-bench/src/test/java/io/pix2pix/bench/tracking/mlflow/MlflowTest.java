package io.pix2pix.bench.tracking.mlflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableMap;
import io.pix2pix.api.error.InvalidInputException;
import org.junit.jupiter.api.Test;

class MlflowTest {
  private static final Mlflow USUAL = new Mlflow("", "pix2pix");

  @Test
  void heedsWhatProgramsOfMlflowHeed() {
    assertThat(USUAL.inEnvironment(ImmutableMap.of())).isEmpty();
    assertThat(USUAL.inEnvironment(ImmutableMap.of("MLFLOW_TRACKING_URI", "https://host/base/")))
        .contains(new Mlflow("https://host/base", "pix2pix"));
    var named =
        ImmutableMap.of("MLFLOW_TRACKING_URI", "http://host", "MLFLOW_EXPERIMENT_NAME", "fronts");
    assertThat(USUAL.inEnvironment(named)).contains(new Mlflow("http://host", "fronts"));
  }

  @Test
  void refusesAnEnvironmentThatNamesNoServer() {
    var files = ImmutableMap.of("MLFLOW_TRACKING_URI", "sqlite:///mlflow.db");

    assertThatThrownBy(() -> USUAL.inEnvironment(files))
        .isInstanceOf(InvalidInputException.class)
        .hasMessage(
            "MLFLOW_TRACKING_URI: \"sqlite:///mlflow.db\" is no address of a server; give one such as http://localhost:5000, or --track none");
  }

  @Test
  void showsNoCredentials() {
    var basic =
        Credentials.of(
            ImmutableMap.of("MLFLOW_TRACKING_USERNAME", "me", "MLFLOW_TRACKING_PASSWORD", "word"));
    var token = Credentials.of(ImmutableMap.of("MLFLOW_TRACKING_TOKEN", "abc"));

    assertThat(basic.header()).contains("Basic bWU6d29yZA==");
    assertThat(token.header()).contains("Bearer abc");
    assertThat(basic).hasToString("credentials");
    assertThat(Credentials.of(ImmutableMap.of()).header()).isEmpty();
    assertThatThrownBy(() -> ServerAddress.of("ftp://me:word@host", "--track"))
        .message()
        .doesNotContain("word");
  }
}
