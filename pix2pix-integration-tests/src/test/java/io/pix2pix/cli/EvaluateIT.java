package io.pix2pix.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvaluateIT {
  @TempDir static Path home;
  private static Pix2Pix pix2pix;
  private static String run;

  @BeforeAll
  static void train() {
    pix2pix = new Pix2Pix(home);
    run = pix2pix.trained("run").toString();
  }

  @Test
  void measuresTheQuickOnesWithIntervalsAndShowsThemOnThePage() throws IOException {
    var answer = pix2pix.run("evaluate", run);

    assertThat(answer.code()).as(answer.err()).isZero();
    assertThat(answer.out())
        .contains("2 images of split test, weights of step 12")
        .containsPattern("l1 +0\\.\\d{4}  \\[0\\.\\d{4}, 0\\.\\d{4}] +of 0 to 1, less is better")
        .contains("psnr", "ssim", "lab-histogram.a", "sharpness.real");
    assertThat(Path.of(run, "metrics.csv"))
        .content()
        .startsWith(
            "split,step,weights,statistics,noise,images,metric,value,low,high,unit,better\n")
        .contains("test,12,trained,batch,on,2,psnr,");
    assertThat(Path.of(run, "evaluations/test-step-00000012-trained-batch-noise-on.csv"))
        .content()
        .startsWith("image,l1,psnr,ssim,lab-histogram.L,lab-histogram.a,lab-histogram.b,sharpness")
        .hasLineCount(3);
    assertThat(Files.readString(Path.of(run, "index.html"))).contains("<td>psnr</td>");
  }

  /** The painted fronts bring a palette of their own. */
  @Test
  void measuresWhatIsAskedForAndKeepsTheSegmenterBesideTheRuns() {
    var answer =
        pix2pix.run(
            "evaluate",
            run,
            "--metric",
            "{name: fcn-score, size: 16, steps: 3, filters: 1}",
            "--metric",
            "diversity",
            "--metric",
            "{name: sliced-wasserstein, patches: 4}",
            "--metric",
            "ms-ssim");

    assertThat(answer.code()).as(answer.err()).isZero();
    assertThat(answer.out())
        .contains("fcn-score.class-iou", "fcn-score.real.class-iou", "sliced-wasserstein.level-1")
        .doesNotContain("psnr");
    assertThat(pix2pix.runs().resolve(".cache"))
        .isDirectoryRecursivelyContaining("glob:**/segmenter-*/step-00000003.safetensors");
    // Dropout is on: draws of one condition differ.
    assertThat(Path.of(run, "metrics.csv")).content().containsPattern("diversity,0\\.0*[1-9]");
  }

  @Test
  void refusesWhatCannotBeMeasured() {
    pix2pix
        .run("evaluate", run, "--metric", "sim")
        .refuses(1, "unknown metric \"sim\"; did you mean \"ssim\"");
    pix2pix.run("evaluate", run, "--metric", "kid").refuses(1, "--metric kid: model: is missing");
    pix2pix
        .run("evaluate", run, "--metric", "l1", "--metric", "l1")
        .refuses(1, "two of them give l1");
    pix2pix
        .run("evaluate", run, "--metric", "label-accuracy")
        .refuses(1, "the condition has the palette's colors", "take fcn-score");
    pix2pix
        .run("evaluate", run, "--checkpoint", "best")
        .refuses(1, "keeps no best checkpoint; take the newest");
  }
}
