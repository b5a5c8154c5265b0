package io.pix2pix.library;

import java.util.concurrent.Callable;

/**
 * A command that a jar adds to the command line: its Guice module binds this with a {@code
 * Multibinder}. The command itself is made by the command line alone: a program that uses the
 * library has no picocli, and may have that jar all the same.
 *
 * @param type which Guice can make; by the annotations of picocli it says what it is called and
 *     takes. Used by one thread
 */
public record AddedCommand(Class<? extends Callable<Integer>> type) {}
