/** Pairs that a list names: a CSV file or lines of JSON. */
@NullMarked
package io.pix2pix.data.list;

import org.jspecify.annotations.NullMarked;
