/** Initial weights. */
@NullMarked
package io.pix2pix.models.initializer;

import org.jspecify.annotations.NullMarked;
