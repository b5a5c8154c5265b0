/** Which files of a data folder make pairs, and which split each belongs to. */
@NullMarked
package io.pix2pix.data.layout;

import org.jspecify.annotations.NullMarked;
