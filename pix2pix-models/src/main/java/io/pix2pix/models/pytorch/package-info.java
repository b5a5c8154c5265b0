/** What the networks of the public PyTorch port have in common. */
@NullMarked
package io.pix2pix.models.pytorch;

import org.jspecify.annotations.NullMarked;
