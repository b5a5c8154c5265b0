/** Commands that get, prepare and check data sets. */
@NullMarked
package io.pix2pix.cli.data;

import org.jspecify.annotations.NullMarked;
