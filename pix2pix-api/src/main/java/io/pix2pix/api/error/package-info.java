/** How wrong input is told. */
@NullMarked
package io.pix2pix.api.error;

import org.jspecify.annotations.NullMarked;
