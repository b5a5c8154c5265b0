/** Progress of long work. */
@NullMarked
package io.pix2pix.api.progress;

import org.jspecify.annotations.NullMarked;
