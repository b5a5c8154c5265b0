package io.pix2pix.api.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableList;
import com.google.inject.CreationException;
import com.google.inject.Guice;
import com.google.inject.Key;
import com.google.inject.TypeLiteral;
import io.pix2pix.api.loss.Loss;
import io.pix2pix.api.loss.Objective;
import io.pix2pix.api.loss.Term;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PluginModuleTest {
  private static final Key<Map<PluginName, Class<?>>> CATALOG = Key.get(new TypeLiteral<>() {});

  @Test
  void modulesAddToOneCatalog() {
    var catalog =
        Guice.createInjector(
                module(Loss.class, "one", One.class), module(Loss.class, "two", Two.class))
            .getInstance(CATALOG);

    assertThat(catalog)
        .containsOnly(
            Map.entry(new PluginName(Loss.class, "one"), One.class),
            Map.entry(new PluginName(Loss.class, "two"), Two.class));
  }

  @Test
  void aNameThatIsGivenTwiceIsAnErrorThatNamesBoth() {
    assertThatThrownBy(
            () ->
                Guice.createInjector(
                    module(Loss.class, "one", One.class), module(Loss.class, "one", Two.class)))
        .isInstanceOf(CreationException.class)
        .hasMessageContaining("Duplicate key");
  }

  @Test
  void aPluginMustBeARecord() {
    assertThatThrownBy(() -> Guice.createInjector(module(Loss.class, "loss", Loss.class)))
        .hasMessageContaining("plug-in loss must be a record");
  }

  @Test
  void refusesNamesThatAnExperimentFileWouldSpellOtherwise() {
    assertThatThrownBy(() -> new PluginName(Objective.class, "CrossEntropy"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("lower-case letters, digits and dashes");
  }

  private static <R> PluginModule module(Class<R> role, String name, Class<? extends R> type) {
    return new PluginModule() {
      @Override
      protected void plugins() {
        plugin(role, name, type);
      }
    };
  }

  private record One() implements Loss {
    @Override
    public ImmutableList<Term> terms() {
      return ImmutableList.of();
    }
  }

  private record Two() implements Loss {
    @Override
    public ImmutableList<Term> terms() {
      return ImmutableList.of();
    }
  }
}
