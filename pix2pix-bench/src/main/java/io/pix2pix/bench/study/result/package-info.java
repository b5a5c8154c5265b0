/**
 * What a study leaves in its folder.
 *
 * <p>Types are immutable and safe for use by several threads, unless they say otherwise.
 */
@NullMarked
package io.pix2pix.bench.study.result;

import org.jspecify.annotations.NullMarked;
