package io.pix2pix.graph.calibration;

import io.pix2pix.api.progress.ProgressListener;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says now and then how far long work is. */
final class LoggedProgress implements ProgressListener {
  private static final Logger LOG = LoggerFactory.getLogger(LoggedProgress.class);
  private static final Duration BETWEEN = Duration.ofSeconds(5);

  @Override
  public Progress begin(String task, long all) {
    return new Progress() {
      private long said = System.nanoTime();

      @Override
      public void reached(long done) {
        if (System.nanoTime() - said > BETWEEN.toNanos() || done == all) {
          LOG.info("{} {}/{}", task, done, all);
          said = System.nanoTime();
        }
      }
    };
  }
}
