/** Chance that follows from a seed. */
@NullMarked
package io.pix2pix.data.random;

import org.jspecify.annotations.NullMarked;
