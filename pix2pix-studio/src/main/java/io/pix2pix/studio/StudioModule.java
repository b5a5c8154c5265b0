package io.pix2pix.studio;

import com.google.inject.AbstractModule;
import com.google.inject.multibindings.Multibinder;
import io.pix2pix.library.AddedCommand;

/** What this jar adds to the command line. */
public final class StudioModule extends AbstractModule {

  @Override
  protected void configure() {
    Multibinder.newSetBinder(binder(), AddedCommand.class)
        .addBinding()
        .toInstance(new AddedCommand(StudioCommand.class));
  }
}
