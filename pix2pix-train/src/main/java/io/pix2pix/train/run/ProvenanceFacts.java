package io.pix2pix.train.run;

import com.google.common.collect.ImmutableList;
import io.pix2pix.api.image.PairShape;
import java.util.List;
import java.util.Optional;

/** A provenance as lines of a table. */
final class ProvenanceFacts {
  private ProvenanceFacts() {}

  static ImmutableList<Fact> of(Provenance provenance) {
    var facts = ImmutableList.<Fact>builder();
    facts.addAll(
        provenance.imported().isEmpty()
            ? data(provenance.data())
            : imported(provenance.imported(), provenance.data().shape()));
    provenance
        .initialized()
        .forEach(start -> facts.add(new Fact(start.network() + " starts from", start.file())));
    if (!provenance.data().leftOut().isEmpty()) {
      facts.add(new Fact("left out", String.join("; ", provenance.data().leftOut())));
    }
    provenance.dataChanges().forEach(change -> facts.add(changed(change)));
    facts.add(new Fact("seed", Long.toString(provenance.seed())));
    provenance.commit().ifPresent(commit -> facts.add(new Fact("commit", words(commit))));
    facts.addAll(software(provenance.software()));
    facts.addAll(machine(provenance.machine()));
    provenance.arithmetic().ifPresent(its -> facts.add(new Fact("convolutions", its.toString())));
    facts.addAll(times(provenance.progress()));
    return facts.build();
  }

  private static ImmutableList<Fact> data(Provenance.Data data) {
    var shape = data.shape();
    return ImmutableList.of(
        new Fact("data", data.folder().orElse("drawn, no folder")),
        new Fact("training pairs", Words.count(data.pairs())),
        new Fact("condition → target", shape.condition() + " → " + shape.target()),
        new Fact("checksum", data.checksum().value()),
        new Fact("of", data.checksum().of()));
  }

  private static Fact changed(Provenance.DataChange change) {
    return new Fact(
        "data until step " + Words.count(change.step()),
        "%s pairs, %s"
            .formatted(Words.count(change.before().pairs()), change.before().checksum().value()));
  }

  private static ImmutableList<Fact> imported(List<Provenance.Weights> imported, PairShape shape) {
    var facts = ImmutableList.<Fact>builder();
    for (var weights : imported) {
      facts.add(new Fact("weights from", weights.file()));
      facts.add(new Fact("their SHA-256", weights.sha256()));
    }
    var channels = shape.condition().channels() + " → " + shape.target().channels();
    return facts.add(new Fact("channels", channels)).build();
  }

  private static String words(Commit commit) {
    return commit.hash() + (commit.dirty() ? ", with changes" : "");
  }

  private static ImmutableList<Fact> software(Software software) {
    return ImmutableList.of(
        new Fact("pix2pix", software.pix2pix()),
        new Fact("TensorFlow", software.tensorflow()),
        new Fact("Java", software.java()));
  }

  private static ImmutableList<Fact> machine(Machine machine) {
    var processor = machine.processor().map(model -> ", " + model).orElse("");
    return ImmutableList.of(
        new Fact("system", machine.system() + ", " + machine.architecture()),
        new Fact("processors", machine.processors() + processor));
  }

  private static ImmutableList<Fact> times(RunProgress progress) {
    var facts = ImmutableList.<Fact>builder();
    var begun = progress.state() == RunProgress.State.IMPORTED ? "imported" : "started";
    facts.add(new Fact(begun, Words.time(progress.started())));
    Optional<Fact> finished = progress.finished().map(t -> new Fact("finished", Words.time(t)));
    finished.ifPresent(facts::add);
    return facts.build();
  }

  /** A line of the table. */
  record Fact(String label, String value) {}
}
