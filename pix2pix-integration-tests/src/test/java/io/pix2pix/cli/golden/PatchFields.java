package io.pix2pix.cli.golden;

import com.google.common.collect.ImmutableList;

/** The port counts the layers of stride 2 of a PatchGAN, the paper its receptive field. */
final class PatchFields {
  private static final ImmutableList<Integer> FIELDS = ImmutableList.of(16, 34, 70, 142, 286, 574);

  private PatchFields() {}

  static int of(int halvings) {
    return FIELDS.get(halvings - 1);
  }
}
