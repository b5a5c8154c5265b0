package io.pix2pix.train.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.pix2pix.api.network.GraphPlan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoredPlanTest {
  private static final GraphPlan PLAN = new GraphPlan("here", Map.of("forward", "onednn"));

  @TempDir private Path folder = Path.of("");

  @Test
  void aRunKeepsItsPlan() {
    var run = RunFolder.create(folder, "planned", made -> StoredPlan.write(made, PLAN));

    assertThat(StoredPlan.read(run)).isEqualTo(PLAN);
  }

  @Test
  void aRunFromBeforeThereWerePlansDecidesNothing() {
    var run = RunFolder.create(folder, "older", made -> {});

    assertThat(StoredPlan.read(run)).isEqualTo(GraphPlan.EMPTY);
  }

  @Test
  void aDamagedPlanDecidesNothing() throws IOException {
    var run = RunFolder.create(folder, "damaged", made -> StoredPlan.write(made, PLAN));
    Files.writeString(run.plan(), "{\"machine\": \"he");

    assertThat(StoredPlan.read(run)).isEqualTo(GraphPlan.EMPTY);
  }
}
