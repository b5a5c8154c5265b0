/** The front that every server of this project stands behind. */
@NullMarked
package io.pix2pix.bench.http;

import org.jspecify.annotations.NullMarked;
