package io.pix2pix.bench.study.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pix2pix.api.error.InvalidInputException;
import io.pix2pix.api.network.SessionSettings;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CellTaskTest {

  @Test
  void isOneLineOfJsonThatReadsBack() {
    var task =
        new CellTask(
            Path.of("/runs/a"),
            "l1-seed-1",
            Optional.of(Path.of("/data")),
            true,
            new SessionSettings(2));

    assertThat(task.json())
        .isEqualTo(
            "{\"study\":\"/runs/a\",\"cell\":\"l1-seed-1\",\"data\":\"/data\",\"checkData\":true,\"threads\":2}");
    assertThat(CellTask.parse(task.json(), "task.json")).isEqualTo(task);
  }

  @Test
  void aTaskToSomeEpochsSaysThem() {
    var task =
        new CellTask(
            Path.of("/runs/a"),
            "b",
            Optional.empty(),
            false,
            SessionSettings.DEFAULT,
            Optional.of(3));

    assertThat(task.json()).endsWith(",\"epochs\":3}");
    assertThat(CellTask.parse(task.json(), "task.json")).isEqualTo(task);
  }

  @Test
  void withoutADataFolderItReadsBackToo() {
    var task =
        new CellTask(Path.of("/runs/a"), "b", Optional.empty(), false, SessionSettings.DEFAULT);

    assertThat(CellTask.parse(task.json(), "task.json")).isEqualTo(task);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "{\"study\":\"a\"}",
        "{\"study\":\"a\",\"cell\":\"b\",\"data\":null,\"checkData\":false,\"threads\":-1}",
        "{\"study\":\"a\",\"cell\":\"b\",\"data\":null,\"checkData\":false,\"threads\":1,\"more\":1}"
      })
  void whatIsNoTaskIsRefused(String json) {
    assertThatThrownBy(() -> CellTask.parse(json, "task.json"))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageStartingWith("task.json: is no cell task (");
  }

  @Test
  void everyEventReadsBackAndOtherLinesAreNone() {
    for (var event :
        new CellEvent[] {
          CellEvent.started("a"),
          CellEvent.step("a", 5, 8),
          CellEvent.stopped("a"),
          CellEvent.done("a"),
          CellEvent.failed("a", "no \"data\""),
          CellEvent.lost("a", "no space"),
          CellEvent.paused("a")
        }) {
      assertThat(CellEvent.parse(event.json())).contains(event);
    }
    assertThat(CellEvent.step("a", 5, 8).json())
        .isEqualTo("{\"event\":\"step\",\"cell\":\"a\",\"step\":5,\"of\":8}");
    assertThat(CellEvent.lost("a", "b").json())
        .isEqualTo("{\"event\":\"failed\",\"cell\":\"a\",\"reason\":\"b\",\"cause\":\"machine\"}");
    assertThat(CellEvent.parse("{\"event\":\"failed\",\"cell\":\"a\",\"reason\":\"b\"}"))
        .as("of an executor that does not know of causes")
        .contains(CellEvent.failed("a", "b"));
    assertThat(CellEvent.parse("step 5 of 8")).isEmpty();
    assertThat(CellEvent.parse("{\"event\":\"sleeping\",\"cell\":\"a\"}")).isEmpty();
    assertThat(CellEvent.parse("{broken")).isEmpty();
  }
}
