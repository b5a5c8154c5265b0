/** One experiment in, one run out: from the experiment's graph to a folder of results. */
@NullMarked
package io.pix2pix.train;

import org.jspecify.annotations.NullMarked;
