/** How near each layer comes to what the machine can do. */
@NullMarked
package io.pix2pix.bench.speed.roofline;

import org.jspecify.annotations.NullMarked;
