/**
 * Studies: many runs that answer one question. What is to be done is planned, estimated, checked
 * and then done as far as it is missing.
 *
 * <p>Types are immutable and safe for use by several threads, unless they say otherwise.
 */
@NullMarked
package io.pix2pix.bench.study;

import org.jspecify.annotations.NullMarked;
