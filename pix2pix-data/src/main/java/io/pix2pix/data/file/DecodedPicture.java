package io.pix2pix.data.file;

import com.google.common.collect.ImmutableList;
import io.pix2pix.api.image.Image;

/**
 * A picture, and what its reader has to tell.
 *
 * @param image {@code [h, w, 3]}, in {@code [-1, 1]}, upright
 * @param notes what was ignored, cut or guessed, in the words after a file's name
 */
record DecodedPicture(Image image, ImmutableList<String> notes) {}
