/** What is in a data set, and what is wrong with it. */
@NullMarked
package io.pix2pix.data.check;

import org.jspecify.annotations.NullMarked;
