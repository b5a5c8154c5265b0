/** What losses compare of two images instead of their pixels. */
@NullMarked
package io.pix2pix.models.features;

import org.jspecify.annotations.NullMarked;
