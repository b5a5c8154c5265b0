package io.pix2pix.library;

import java.util.concurrent.Callable;

/**
 * A command that a jar adds to the command line: its Guice module binds it with a {@code
 * Multibinder}, and its class says by the annotations of picocli what it is called and takes. Used
 * by one thread.
 */
public interface AddedCommand extends Callable<Integer> {}
