/** What a loss sees, and which parameters minimize it. */
@NullMarked
package io.pix2pix.api.game;

import org.jspecify.annotations.NullMarked;
