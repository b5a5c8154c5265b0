/** Random changes of training pairs. */
@NullMarked
package io.pix2pix.data.augment;

import org.jspecify.annotations.NullMarked;
