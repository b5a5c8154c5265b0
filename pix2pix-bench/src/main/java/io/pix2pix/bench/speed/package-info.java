/** How fast this product is on this machine, beside an opponent. */
@NullMarked
package io.pix2pix.bench.speed;

import org.jspecify.annotations.NullMarked;
