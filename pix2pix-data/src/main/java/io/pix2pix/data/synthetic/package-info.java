/** Fronts of buildings drawn from a seed: a map of labels, and a photo of it. */
@NullMarked
package io.pix2pix.data.synthetic;

import org.jspecify.annotations.NullMarked;
