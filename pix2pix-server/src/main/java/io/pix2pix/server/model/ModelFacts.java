package io.pix2pix.server.model;

import com.google.common.base.Ascii;

/**
 * What a client is told of a model.
 *
 * @param name in addresses
 * @param experiment that trained it
 * @param step of its weights
 * @param statistics that its normalization uses where a request says nothing: batch or running
 * @param noise enable dropout at inference
 * @param input what pictures it takes
 * @param output what pictures it makes
 */
record ModelFacts(
    String name,
    String experiment,
    long step,
    String statistics,
    boolean noise,
    Input input,
    Output output) {

  static ModelFacts of(ServedRun served) {
    var run = served.run();
    var network = run.network();
    var trained = run.provenance().data().shape().condition();
    return new ModelFacts(
        served.name(),
        run.experiment().name(),
        run.checkpoint().step(),
        Ascii.toLowerCase(served.statistics().name()),
        served.noise(),
        new Input(
            run.pictureChannels(),
            trained.height(),
            trained.width(),
            network.generator().sizeMultiple(),
            network.generator().smallestSize()),
        new Output(network.targetChannels(), run.data().keepsSize()));
  }

  /**
   * @param channels of pictures
   * @param height at which it was trained
   * @param width at which it was trained
   * @param sizeMultiple heights and widths that it takes are multiples of it
   * @param smallestSize from it on
   */
  record Input(int channels, int height, int width, int sizeMultiple, int smallestSize) {}

  /**
   * @param channels that the generator makes
   * @param keepsSize whether results are brought back to the size of what was sent
   */
  record Output(int channels, boolean keepsSize) {}
}
