/** One experiment in, one run out. */
@NullMarked
package io.pix2pix.train;

import org.jspecify.annotations.NullMarked;
