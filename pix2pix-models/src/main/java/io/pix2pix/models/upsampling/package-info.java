/** Ways to double height and width. */
@NullMarked
package io.pix2pix.models.upsampling;

import org.jspecify.annotations.NullMarked;
