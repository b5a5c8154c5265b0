package io.pix2pix.graph;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.google.inject.multibindings.Multibinder;
import io.pix2pix.api.network.GraphOptimizer;
import io.pix2pix.api.network.Sessions;
import io.pix2pix.graph.calibration.CacheFolder;
import io.pix2pix.graph.calibration.CalibratedChoice;
import io.pix2pix.graph.calibration.CalibratedMachine;
import io.pix2pix.graph.calibration.CalibrationCache;
import io.pix2pix.graph.calibration.FormulationChoice;
import io.pix2pix.graph.convolution.Formulation;
import io.pix2pix.graph.formulation.Formulations;
import java.util.Set;

/**
 * The formulations that graphs are optimized by. A module of another jar adds its own to the same
 * set.
 */
public final class GraphModule extends AbstractModule {
  /** The system property that turns measuring off: {@code false}. */
  public static final String CALIBRATE = "pix2pix.calibrate";

  @Override
  protected void configure() {
    var formulations = Multibinder.newSetBinder(binder(), Formulation.class);
    Formulations.all().forEach(one -> formulations.addBinding().toInstance(one));
  }

  @Provides
  static GraphOptimizer optimizer(Set<Formulation> formulations, CalibrationCache.Source cache) {
    var calibrated = new CalibratedChoice(formulations, cache::get);
    FormulationChoice choice =
        shapes -> calibrates() ? calibrated.choose(shapes) : FormulationChoice.PLAIN.choose(shapes);
    return new ConvolutionOptimizer(formulations, choice, () -> machine().words());
  }

  @Provides
  static CalibrationCache.Source cache() {
    return () -> new CalibrationCache(CacheFolder.current(), machine());
  }

  private static boolean calibrates() {
    return !"false".equals(System.getProperty(CALIBRATE));
  }

  private static CalibratedMachine machine() {
    return CalibratedMachine.current(Sessions.settings());
  }
}
