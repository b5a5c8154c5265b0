/** Discriminators that judge patches. */
@NullMarked
package io.pix2pix.models.discriminator;

import org.jspecify.annotations.NullMarked;
