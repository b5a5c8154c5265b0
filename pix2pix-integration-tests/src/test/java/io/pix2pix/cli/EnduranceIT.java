package io.pix2pix.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ObjectArrays;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** That memory and time are watched; never that they are flat, as others use the machine too. */
class EnduranceIT {
  @TempDir Path folder;

  @Test
  void watchesSessionsOfParticipants() throws IOException {
    var answer = endurance("--times", "0", "--sessions", "100");

    assertThat(answer.code()).as(answer.err()).isIn(0, 1);
    assertThat(answer.out()).contains("sessions of participants", "memory", "endurance.html");
    var courses =
        JsonMapper.shared().readTree(Files.readString(folder.resolve("endurance.json")));
    assertThat(courses.at("/courses").size()).isOne();
    assertThat(courses.at("/courses/0/samples").size()).isEqualTo(100);
    assertThat(courses.at("/courses/0/samples/99/done").intValue()).isEqualTo(100);
    assertThat(courses.at("/courses/0/samples/99/mebibytes").doubleValue()).isPositive();
    assertThat(Files.readString(folder.resolve("endurance.html")))
        .contains("100 sessions of participants", "<svg");
  }

  @Test
  void refusesNumbersThatTellNothing() {
    endurance("--times", "50").refuses(1, "--times: must be 0, or from 100 to");
    endurance("--sessions", "20000").refuses(1, "--sessions: must be 0, or from 100 to 10000");
    endurance("--times", "0", "--sessions", "0").refuses(1, "there is nothing to do");
  }

  private Pix2Pix.Answer endurance(String... how) {
    var all = ObjectArrays.concat(new String[] {"endurance", "--out", folder.toString()}, how, String.class);
    return new Pix2Pix(folder).run(all);
  }
}
