/** Normalizations of feature maps. */
@NullMarked
package io.pix2pix.models.normalization;

import org.jspecify.annotations.NullMarked;
