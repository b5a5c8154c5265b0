/** Benchmarks with JMH, for who looks at one part while changing it. */
@NullMarked
package io.pix2pix.jmh;

import org.jspecify.annotations.NullMarked;
