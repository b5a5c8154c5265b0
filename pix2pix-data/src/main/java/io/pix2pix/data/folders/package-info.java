/** Pairs that lie in two folders, under the same names. */
@NullMarked
package io.pix2pix.data.folders;

import org.jspecify.annotations.NullMarked;
