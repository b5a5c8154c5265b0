/** What a check of a data set has found, as a page and as JSON. */
@NullMarked
package io.pix2pix.bench.data;

import org.jspecify.annotations.NullMarked;
