package io.pix2pix.bench.speed.report;

import com.google.common.collect.ImmutableList;
import io.pix2pix.bench.speed.result.BenchmarkResult.Circumstances;
import io.pix2pix.train.run.Machine;

/** Where, when and how results were measured, for people. */
final class CircumstanceFacts {
  static final String QUICK =
      "Measured with --quick: rounds too short for results that are kept or compared.";

  private CircumstanceFacts() {}

  static ImmutableList<Fact> of(Circumstances said) {
    var software = said.software();
    var facts = ImmutableList.<Fact>builder();
    facts.add(new Fact("measured", minute(said)));
    facts.add(new Fact("rounds", said.rounds() + (said.quick() ? ", quick" : "")));
    facts.add(new Fact("machine", machine(said.machine()) + ", " + said.machine().system()));
    facts.add(
        new Fact(
            "ours",
            "pix2pix %s, TensorFlow %s, Java %s; convolutions by %s"
                .formatted(
                    software.pix2pix(),
                    software.tensorflow(),
                    software.java(),
                    said.arithmetic())));
    said.opponent().ifPresent(versions -> facts.add(new Fact("theirs", versions)));
    said.commit()
        .ifPresent(
            one -> facts.add(new Fact("commit", one.hash() + (one.dirty() ? ", changed" : ""))));
    return facts.build();
  }

  /** For example {@code 2 × AMD EPYC}. */
  static String machine(Machine machine) {
    return machine.processors() + " × " + machine.processor().orElse(machine.architecture());
  }

  /** To the minute, in UTC. */
  static String minute(Circumstances said) {
    return said.measured().toString().replaceAll("T(\\d\\d:\\d\\d).*", " $1 UTC");
  }

  record Fact(String name, String value) {}
}
