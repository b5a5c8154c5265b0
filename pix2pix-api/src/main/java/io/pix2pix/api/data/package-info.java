/** Pairs of images, and what changes them before a network sees them. */
@NullMarked
package io.pix2pix.api.data;

import org.jspecify.annotations.NullMarked;
