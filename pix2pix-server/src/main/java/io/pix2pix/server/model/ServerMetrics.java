package io.pix2pix.server.model;

import io.pix2pix.server.http.FrontListener;
import io.pix2pix.server.http.ServerResponse;
import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.core.metrics.GaugeWithCallback;
import io.prometheus.metrics.core.metrics.Histogram;
import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.function.IntSupplier;

/**
 * What a server counts, for Prometheus.
 *
 * <p>Safe for use by several threads.
 */
final class ServerMetrics implements FrontListener {
  private static final double NANOSECONDS = 1e9;

  private final PrometheusRegistry registry = new PrometheusRegistry();
  private final Counter requests =
      Counter.builder()
          .name("pix2pix_http_requests_total")
          .help("Requests that were answered")
          .labelNames("method", "route", "status")
          .register(registry);
  private final Histogram seconds =
      Histogram.builder()
          .name("pix2pix_http_request_seconds")
          .help("From the head of a request to the end of its answer")
          .labelNames("route")
          .classicOnly()
          .register(registry);
  private final Histogram groups =
      Histogram.builder()
          .name("pix2pix_group_pictures")
          .help("Pictures that were computed together")
          .classicOnly()
          .classicUpperBounds(1, 2, 3, 4)
          .register(registry);

  /** Tells how many pictures wait, too. */
  void watch(IntSupplier waiting) {
    GaugeWithCallback.builder()
        .name("pix2pix_waiting_pictures")
        .help("Pictures that wait to be computed")
        .callback(callback -> callback.call(waiting.getAsInt()))
        .register(registry);
  }

  @Override
  public void onAnswered(String method, String route, int status, Duration time) {
    requests.labelValues(method, route, String.valueOf(status)).inc();
    seconds.labelValues(route).observe(time.toNanos() / NANOSECONDS);
  }

  void onGroup(int pictures) {
    groups.observe(pictures);
  }

  /** All values, as Prometheus reads them. */
  ServerResponse response() throws IOException {
    var out = new ByteArrayOutputStream();
    PrometheusTextFormatWriter.create().write(out, registry.scrape());
    return ServerResponse.of(PrometheusTextFormatWriter.CONTENT_TYPE, out.toByteArray());
  }
}
