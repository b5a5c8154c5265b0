/** What a run needs to go on as if it had never stopped. */
@NullMarked
package io.pix2pix.train.checkpoint;

import org.jspecify.annotations.NullMarked;
