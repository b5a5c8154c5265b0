/** Data in tar and zip archives, read in place. */
@NullMarked
package io.pix2pix.data.archive;

import org.jspecify.annotations.NullMarked;
