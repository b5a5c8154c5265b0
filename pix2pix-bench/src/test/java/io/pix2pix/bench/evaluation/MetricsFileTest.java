package io.pix2pix.bench.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import io.pix2pix.bench.evaluation.MetricsFile.Subject;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MetricsFileTest {
  @TempDir private Path folder;

  @Test
  void keepsOtherEvaluationsAndReplacesTheSame() {
    var file = folder.resolve("metrics.csv");
    var metrics = new MetricsFile(file);
    var early = new Subject("test", 10, "trained", "batch", "on", 3);
    var late = new Subject("test", 20, "trained", "batch", "on", 3);

    metrics.add(early, ImmutableList.of(new Figure("l1", "of 0 to 1", 0.5)));
    metrics.add(late, ImmutableList.of(new Figure("l1", "of 0 to 1", 0.4)));
    metrics.add(late, ImmutableList.of(new Figure("l1", "of 0 to 1", 0.25)));

    assertThat(file)
        .content()
        .isEqualTo(
            """
            split,step,weights,statistics,noise,images,metric,mean,unit
            test,10,trained,batch,on,3,l1,0.500000,of 0 to 1
            test,20,trained,batch,on,3,l1,0.250000,of 0 to 1
            """);
  }
}
