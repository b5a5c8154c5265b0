package io.pix2pix.library;

import com.google.common.collect.ImmutableList;
import com.google.inject.AbstractModule;
import com.google.inject.Guice;
import com.google.inject.Injector;
import com.google.inject.Module;
import com.google.inject.Stage;
import io.pix2pix.bench.BenchModule;
import io.pix2pix.bench.study.execution.CellRunner;
import io.pix2pix.data.DataModule;
import io.pix2pix.models.ModelsModule;
import io.pix2pix.train.TrainModule;
import java.util.ServiceLoader;

/** Makes the one injector of a program, for the library and for the command line alike. */
public final class Bootstrap {
  private Bootstrap() {}

  /**
   * All of ours, and the modules that other jars name in {@code
   * META-INF/services/com.google.inject.Module}.
   *
   * @param plugins where other jars are
   * @param own what the program itself adds, for example its commands
   * @throws com.google.inject.CreationException if two plug-ins of a role have the same name, or a
   *     module asks for what nobody provides
   */
  public static Injector injector(ClassLoader plugins, Module... own) {
    var modules =
        ImmutableList.<Module>builder()
            .add(new LibraryModule())
            .add(own)
            .add(new ModelsModule())
            .add(new DataModule())
            .add(new TrainModule())
            .add(new BenchModule())
            .addAll(ServiceLoader.load(Module.class, plugins));
    return Guice.createInjector(Stage.PRODUCTION, modules.build());
  }

  /** The library with the plug-ins that a class loader finds. */
  static Pix2PixLibrary library(ClassLoader plugins) {
    return injector(plugins).getInstance(Pix2PixLibrary.class);
  }

  /** Runs cell tasks with the plug-ins that a class loader finds. */
  static CellRunner cellRunner(ClassLoader plugins) {
    return injector(plugins).getInstance(CellRunner.class);
  }

  private static final class LibraryModule extends AbstractModule {
    @Override
    protected void configure() {
      bind(Pix2PixLibrary.class);
      binder().requireExplicitBindings();
      binder().requireAtInjectOnConstructors();
      binder().requireExactBindingAnnotations();
      binder().disableCircularProxies();
    }
  }
}
