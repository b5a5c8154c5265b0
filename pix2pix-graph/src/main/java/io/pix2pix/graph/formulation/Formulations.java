package io.pix2pix.graph.formulation;

import com.google.common.collect.ImmutableSet;
import io.pix2pix.graph.convolution.Formulation;
import io.pix2pix.graph.convolution.MatrixLibrary;
import java.util.List;

/** The formulations that come with this module. */
public final class Formulations {
  private Formulations() {}

  /** All of them. */
  public static ImmutableSet<Formulation> all() {
    var all = ImmutableSet.<Formulation>builder();
    all.add(new OneDnn(), new ImageGradientConvolution());
    for (var library : MatrixLibrary.values()) {
      all.add(new Winograd(3, library));
      for (var swapped : List.of(false, true)) {
        all.add(new ImageGradientProduct(swapped, library));
      }
      for (var unfolding : List.of(new SliceUnfolding(), new PatchUnfolding())) {
        all.add(new ForwardProduct(unfolding, library));
        for (var swapped : List.of(false, true)) {
          all.add(new KernelGradientProduct(unfolding, swapped, library));
        }
      }
    }
    return all.build();
  }
}
