/** Values of generated images against their targets: one idea, one file. */
@NullMarked
package io.pix2pix.bench.metric;

import org.jspecify.annotations.NullMarked;
