package io.pix2pix.train.run;

import io.pix2pix.api.data.Coverage;
import io.pix2pix.api.data.DataChecksum;
import io.pix2pix.api.image.ImageShape;
import io.pix2pix.api.image.PairShape;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A provenance with every value set by hand. */
final class ProvenanceFixture {
  static final Instant START = Instant.parse("2026-03-01T09:30:00Z");

  private ProvenanceFixture() {}

  static Provenance provenance() {
    var shape = new ImageShape(256, 192, 3);
    return new Provenance(
        new Software("0.1.0", "2.18.0", "17.0.15 (Debian)"),
        new Machine("Linux 6.1", "amd64", 2, Optional.of("Quick Processor")),
        Optional.of(new Arithmetic("oneDNN", "TF_ENABLE_ONEDNN_OPTS=1")),
        Optional.of(new Commit("0123456789abcdef", true)),
        new Provenance.Data(
            Optional.of("/data/<facades>"),
            DataChecksum.of(Coverage.SAMPLE, "9f86d0"),
            400,
            new PairShape(shape, shape)),
        7,
        RunProgress.begin(80_000, START),
        List.of());
  }
}
