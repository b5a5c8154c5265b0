/** What a study leaves in its folder. */
@NullMarked
package io.pix2pix.bench.study.result;

import org.jspecify.annotations.NullMarked;
