/** How generated images are measured: what a metric is shown, and what it answers. */
@NullMarked
package io.pix2pix.api.metric;

import org.jspecify.annotations.NullMarked;
