package io.pix2pix.graph;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.inject.AbstractModule;
import com.google.inject.Guice;
import com.google.inject.Key;
import com.google.inject.multibindings.Multibinder;
import io.pix2pix.graph.convolution.ConvolutionNode;
import io.pix2pix.graph.convolution.ConvolutionShape;
import io.pix2pix.graph.convolution.Formulation;
import io.pix2pix.graph.convolution.GraphWriter;
import io.pix2pix.graph.formulation.Formulations;
import java.util.Set;
import org.junit.jupiter.api.Test;

class GraphModuleTest {
  @Test
  void aModuleOfAnotherJarAddsAFormulationByOneLine() {
    var theirs =
        new AbstractModule() {
          @Override
          protected void configure() {
            Multibinder.newSetBinder(binder(), Formulation.class)
                .addBinding()
                .toInstance(new Copied());
          }
        };

    var injector = Guice.createInjector(new GraphModule(), theirs);

    assertThat(injector.getInstance(new Key<Set<Formulation>>() {}))
        .containsAll(Formulations.all())
        .contains(new Copied());
  }

  /** The plain operation. */
  private record Copied() implements Formulation {
    @Override
    public String name() {
      return "copied";
    }

    @Override
    public boolean fits(ConvolutionShape shape) {
      return true;
    }

    @Override
    public void write(ConvolutionNode node, GraphWriter to) {
      to.copy(node.node());
    }
  }
}
