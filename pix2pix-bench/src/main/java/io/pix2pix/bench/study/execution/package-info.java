/** Cell tasks: what one is, where they run, and what they tell. */
@NullMarked
package io.pix2pix.bench.study.execution;

import org.jspecify.annotations.NullMarked;
