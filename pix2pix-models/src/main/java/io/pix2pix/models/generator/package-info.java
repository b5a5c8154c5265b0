/** Generators of the paper's family. */
@NullMarked
package io.pix2pix.models.generator;

import org.jspecify.annotations.NullMarked;
