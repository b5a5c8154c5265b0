package io.pix2pix.train.workers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableList;
import com.google.common.net.HostAndPort;
import io.pix2pix.api.error.InvalidInputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClusterTest {
  @Test
  void readsWhatTensorFlowsVariableSays() {
    var cluster =
        Cluster.parse(
            "{\"cluster\": {\"worker\": [\"a:1\", \"[::1]:2\"]}, \"task\": {\"type\": \"worker\","
                + " \"index\": 1}}");

    assertThat(cluster.addresses())
        .containsExactly(HostAndPort.fromParts("a", 1), HostAndPort.fromParts("::1", 2));
    assertThat(cluster.index()).isEqualTo(1);
    assertThat(cluster.isChief()).isFalse();
  }

  @Test
  void readsWhatItWrites() {
    var cluster = Cluster.local(ImmutableList.of(2222, 2223), 1);

    assertThat(Cluster.parse(cluster.json())).isEqualTo(cluster);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "nonsense | it is no JSON",
        "[] | it is no JSON object",
        "{} | cluster.worker is no list of addresses",
        "{\"cluster\": {\"worker\": []}} | cluster.worker is no list of addresses",
        "{\"cluster\": {\"worker\": [\"a\"]}} | the worker \"a\" is no host:port",
        "{\"cluster\": {\"worker\": [\"a:x\"]}} | the worker \"a:x\" is no host:port",
        "{\"cluster\": {\"worker\": [7]}} | the worker 7 is no host:port",
        "{\"cluster\": {\"worker\": [\"a:1\", \"a:1\"]}} | two workers are at a:1",
        "{\"cluster\": {\"worker\": [\"a:1\"], \"ps\": [\"b:1\"]}} | cluster has \"ps\"",
        "{\"cluster\": {\"worker\": [\"a:1\"]}, \"task\": {\"type\": \"chief\"}} | task.type is"
            + " \"chief\"",
        "{\"cluster\": {\"worker\": [\"a:1\"]}, \"task\": {\"type\": \"worker\"}} | task.index is"
            + " missing",
        "{\"cluster\": {\"worker\": [\"a:1\"]}, \"task\": {\"type\": \"worker\", \"index\": 1}} |"
            + " task.index is 1, but workers are counted from 0 to 0",
      })
  void refusesInOneLine(String text, String problem) {
    assertThatThrownBy(() -> Cluster.parse(text))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageStartingWith("TF_CONFIG: " + problem)
        .hasMessageContaining("; give for example {\"cluster\"")
        .message()
        .hasLineCount(1);
  }
}
