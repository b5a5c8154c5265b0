/** Gets published data sets. */
@NullMarked
package io.pix2pix.data.download;

import org.jspecify.annotations.NullMarked;
