package io.pix2pix.api;

import io.pix2pix.api.network.ParameterGroup;
import io.pix2pix.api.plugin.RenamedSetting;
import io.pix2pix.api.plugin.Setting;

/**
 * The update of a network within a step.
 *
 * @param network whose parameters change: {@code generator}, {@code discriminator}, a network of
 *     another name, or a part of one such as {@code generator/coarse}
 * @param losses the network whose losses the parameters minimize; {@link #OWN} for its own
 * @param learningRateFactor the learning rate, as a multiple of the optimizer's
 * @param frozenUntil steps of the training in which the network stays as it is; its losses are
 *     computed all the same
 */
@RenamedSetting(from = "rate", to = "learningRateFactor")
public record NetworkUpdate(
    @Setting(
            meaning = "whose weights change: generator, discriminator, or a part: generator/coarse")
        String network,
    @Setting(value = OWN, meaning = "the network whose losses they minimize; own: that network's")
        String losses,
    @Setting(value = "1", min = 0, meaning = "learning rate, as a multiple of the optimizer's")
        double learningRateFactor,
    @Setting(value = "0", min = 0, meaning = "steps in which its weights stay as they are")
        long frozenUntil) {
  /** The word for the losses of the network itself. */
  public static final String OWN = "own";

  /** The update of a network by its own losses, from the first step on. */
  public static NetworkUpdate of(String network) {
    return new NetworkUpdate(network, OWN, 1, 0);
  }

  /** The parameters that change. */
  public ParameterGroup group() {
    return new ParameterGroup(network);
  }

  /** Whose losses they minimize. */
  public ParameterGroup minimized() {
    return losses.equals(OWN) ? group() : new ParameterGroup(losses);
  }
}
