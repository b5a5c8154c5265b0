/** Whether memory and speed stay the same while much work is done. */
@NullMarked
package io.pix2pix.bench.speed.endurance;

import org.jspecify.annotations.NullMarked;
