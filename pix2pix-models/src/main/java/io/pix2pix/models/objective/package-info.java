/** The games that an adversarial loss plays. */
@NullMarked
package io.pix2pix.models.objective;

import org.jspecify.annotations.NullMarked;
