/** How the pictures of a data set are read: channels, ranges, labels and sizes. */
@NullMarked
package io.pix2pix.data.pixels;

import org.jspecify.annotations.NullMarked;
