package io.pix2pix.jmh;

import io.pix2pix.bench.speed.job.Jobs;
import io.pix2pix.library.Bootstrap;

/** What benchmarks are made of. */
final class Services {
  private Services() {}

  static Jobs jobs() {
    var loader = Thread.currentThread().getContextClassLoader();
    return Bootstrap.injector(loader).getInstance(Jobs.class);
  }
}
