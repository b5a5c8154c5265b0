/** The works of the benchmark, and how each is measured. */
@NullMarked
package io.pix2pix.bench.speed.work;

import org.jspecify.annotations.NullMarked;
