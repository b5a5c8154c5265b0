/** Pairs that are made of ordinary photos: a part of each is taken away, to be put back. */
@NullMarked
package io.pix2pix.data.photo;

import org.jspecify.annotations.NullMarked;
