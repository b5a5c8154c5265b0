/** Studies: many runs that answer one question. */
@NullMarked
package io.pix2pix.bench.study;

import org.jspecify.annotations.NullMarked;
