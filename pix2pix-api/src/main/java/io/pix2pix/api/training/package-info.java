/** How a run trains: optimizers, schedules, gradient clipping and what is written when. */
@NullMarked
package io.pix2pix.api.training;

import org.jspecify.annotations.NullMarked;
