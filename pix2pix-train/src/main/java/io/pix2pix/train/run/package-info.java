/**
 * What a run writes besides its checkpoints: its folder, losses, samples, provenance and page.
 *
 * <p>Files that are rewritten are replaced atomically; files that grow may end in a torn record
 * after a kill, and everything here that reads them leaves it out.
 *
 * <p>Types are immutable and safe for use by several threads, unless they say otherwise.
 */
@NullMarked
package io.pix2pix.train.run;

import org.jspecify.annotations.NullMarked;
