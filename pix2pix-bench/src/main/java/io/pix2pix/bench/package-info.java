/**
 * Many runs in, tables and pages out: metrics and evaluation.
 *
 * <p>Types are immutable and safe for use by several threads, unless they say otherwise.
 */
@NullMarked
package io.pix2pix.bench;

import org.jspecify.annotations.NullMarked;
