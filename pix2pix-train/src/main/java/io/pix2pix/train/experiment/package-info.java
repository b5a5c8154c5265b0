/**
 * Reads, writes, compares and describes experiments.
 *
 * <p>A file becomes a {@code Tree} whose every value knows who said it. Trees are laid over each
 * other (defaults, bases, the file, the command line) and the result is bound to records. Nothing
 * here knows a plug-in: settings are found on record components, names in the catalog.
 *
 * <p>Types are immutable and safe for use by several threads, unless they say otherwise.
 */
@NullMarked
package io.pix2pix.train.experiment;

import org.jspecify.annotations.NullMarked;
