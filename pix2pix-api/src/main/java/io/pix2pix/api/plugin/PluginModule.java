package io.pix2pix.api.plugin;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.inject.AbstractModule;
import com.google.inject.TypeLiteral;
import com.google.inject.multibindings.MapBinder;

/**
 * A Guice module that lists plug-ins, one line each.
 *
 * <pre>{@code
 * public final class MyModule extends PluginModule {
 *   @Override
 *   protected void plugins() {
 *     plugin(Generator.class, "identity", Identity.class);
 *   }
 * }
 * }</pre>
 *
 * <p>A jar of your own names its module in {@code META-INF/services/com.google.inject.Module}. A
 * name that is given twice within a role is an error that names both places.
 */
public abstract class PluginModule extends AbstractModule {

  /** Lists the plug-ins by calls of {@link #plugin}. */
  protected abstract void plugins();

  @Override
  protected final void configure() {
    plugins();
  }

  /**
   * Adds a plug-in.
   *
   * @param role an interface marked with {@link Role}
   * @param name what an experiment file says after {@code name:}
   * @param type a record that implements {@code role}; its components carry {@link Setting}
   * @throws IllegalArgumentException if {@code type} is not a record
   */
  protected final <R> void plugin(Class<R> role, String name, Class<? extends R> type) {
    checkArgument(type.isRecord(), "plug-in %s must be a record, not %s", name, type);
    catalog().addBinding(new PluginName(role, name)).toInstance(type);
  }

  private MapBinder<PluginName, Class<?>> catalog() {
    return MapBinder.newMapBinder(
        binder(), new TypeLiteral<PluginName>() {}, new TypeLiteral<Class<?>>() {});
  }
}
