/** How fast this product is on this machine. */
@NullMarked
package io.pix2pix.cli.speed;

import org.jspecify.annotations.NullMarked;
