/** Pairs that share a picture: one half is the condition, the other the target. */
@NullMarked
package io.pix2pix.data.paired;

import org.jspecify.annotations.NullMarked;
