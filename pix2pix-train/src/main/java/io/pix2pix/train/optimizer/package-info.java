/** How gradients change weights. */
@NullMarked
package io.pix2pix.train.optimizer;

import org.jspecify.annotations.NullMarked;
