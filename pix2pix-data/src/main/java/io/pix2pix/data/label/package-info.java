/** Label maps: pictures whose pixels are classes. */
@NullMarked
package io.pix2pix.data.label;

import org.jspecify.annotations.NullMarked;
