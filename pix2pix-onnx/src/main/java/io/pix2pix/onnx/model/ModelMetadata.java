package io.pix2pix.onnx.model;

import ai.onnx.proto.OnnxMl.StringStringEntryProto;
import com.google.common.base.Ascii;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.pix2pix.api.image.Palette;
import io.pix2pix.train.layout.ExportSettings;
import io.pix2pix.train.run.ExperimentCopy;
import io.pix2pix.train.translation.TrainedRun;

/** Where a model comes from and what its numbers mean, in the {@code metadata_props} of a model. */
final class ModelMetadata {
  private ModelMetadata() {}

  static ImmutableList<StringStringEntryProto> of(TrainedRun run, ExportSettings settings) {
    return facts(run, settings).entrySet().stream()
        .map(fact -> entry(fact.getKey(), fact.getValue()))
        .collect(ImmutableList.toImmutableList());
  }

  private static ImmutableMap<String, String> facts(TrainedRun run, ExportSettings settings) {
    var provenance = run.provenance();
    var generator = run.network().generator();
    var facts = ImmutableMap.<String, String>builder();
    facts.put("run", run.folder().name());
    facts.put("network", run.network().group().name());
    facts.put("step", Long.toString(run.checkpoint().step()));
    facts.put("weights", word(settings.weights()));
    facts.put("statistics", word(settings.statistics()));
    facts.put("noise", settings.noise() ? "on" : "off");
    facts.put("pix2pix", provenance.software().pix2pix());
    facts.put("range", "[-1, 1]");
    facts.put("size_multiple", Integer.toString(generator.sizeMultiple()));
    facts.put("smallest_size", Integer.toString(generator.smallestSize()));
    provenance
        .experiment()
        .map(ExperimentCopy::sha256)
        .ifPresent(sum -> facts.put("experiment_sha256", sum));
    if (!provenance.data().checksum().value().isEmpty()) {
      facts.put("data_checksum", provenance.data().checksum().value());
    }
    run.indices().map(Palette::text).ifPresent(text -> facts.put("palette", text));
    run.classes().map(Palette::text).ifPresent(text -> facts.put("classes", text));
    return facts.buildOrThrow();
  }

  private static StringStringEntryProto entry(String key, String value) {
    return StringStringEntryProto.newBuilder().setKey(key).setValue(value).build();
  }

  /** A choice as the command line says it. */
  private static String word(Enum<?> choice) {
    return Ascii.toLowerCase(choice.name());
  }
}
