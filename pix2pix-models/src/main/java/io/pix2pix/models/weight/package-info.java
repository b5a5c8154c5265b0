/** How much a loss counts, step by step. */
@NullMarked
package io.pix2pix.models.weight;

import org.jspecify.annotations.NullMarked;
