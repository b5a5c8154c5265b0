/** Ways to compute a convolution, one a file. */
@NullMarked
package io.pix2pix.graph.formulation;

import org.jspecify.annotations.NullMarked;
