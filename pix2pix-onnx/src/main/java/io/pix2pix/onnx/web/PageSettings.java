package io.pix2pix.onnx.web;

import ai.onnx.proto.OnnxMl.ModelProto;
import com.google.common.collect.ImmutableList;
import io.pix2pix.train.layout.ExportSettings;
import io.pix2pix.train.translation.GeneratorSizes;
import io.pix2pix.train.translation.TrainedRun;

/**
 * What the script of a page knows of its model.
 *
 * @param name of the run
 * @param width in pixels, at which pictures are translated
 * @param height in pixels, at which pictures are translated
 * @param only whether the model takes images of that size alone
 * @param multiple of which widths and heights must be
 * @param smallest the least width and height
 * @param takes channels of the condition, 1 or 3
 * @param bytes of the model
 * @param parts files that the model comes in
 * @param examples pairs of the run's data
 */
record PageSettings(
    String name,
    int width,
    int height,
    boolean only,
    int multiple,
    int smallest,
    int takes,
    int bytes,
    int parts,
    ImmutableList<PageExample.Shown> examples) {

  static PageSettings of(
      TrainedRun run,
      ExportSettings settings,
      ModelProto model,
      ImmutableList<PageExample> examples) {
    var generator = run.network().generator();
    var trained = GeneratorSizes.nearest(generator, run.provenance().data().shape().condition());
    var size = settings.size().orElse(trained);
    int bytes = model.getSerializedSize();
    return new PageSettings(
        run.folder().name(),
        size.width(),
        size.height(),
        settings.size().isPresent(),
        generator.sizeMultiple(),
        generator.smallestSize(),
        run.network().conditionChannels(),
        bytes,
        PageFiles.parts(bytes),
        examples.stream().map(PageExample::shown).collect(ImmutableList.toImmutableList()));
  }
}
