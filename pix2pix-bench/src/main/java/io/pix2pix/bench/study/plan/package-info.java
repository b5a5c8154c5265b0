/**
 * What a study file says, and the cells that follow from it.
 *
 * <p>Types are immutable and safe for use by several threads, unless they say otherwise.
 */
@NullMarked
package io.pix2pix.bench.study.plan;

import org.jspecify.annotations.NullMarked;
