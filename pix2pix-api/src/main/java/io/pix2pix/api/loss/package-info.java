/** What a loss sees, and which parameters minimize it. */
@NullMarked
package io.pix2pix.api.loss;

import org.jspecify.annotations.NullMarked;
