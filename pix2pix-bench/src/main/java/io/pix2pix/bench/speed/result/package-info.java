/** Results of a benchmark: kept, read again and compared. */
@NullMarked
package io.pix2pix.bench.speed.result;

import org.jspecify.annotations.NullMarked;
