package io.pix2pix.data.check;

import com.google.common.collect.ImmutableList;
import io.pix2pix.api.image.ImagePair;
import io.pix2pix.data.file.PictureFacts;

/**
 * What a pair that can be used has told.
 *
 * @param pair as the training would see it
 * @param facts of its files: the condition's and the target's, or one of both, or none
 */
record MeasuredPair(ImagePair pair, ImmutableList<PictureFacts> facts) {}
