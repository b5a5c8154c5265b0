/** What a study file says, and the cells that follow from it. */
@NullMarked
package io.pix2pix.bench.study.plan;

import org.jspecify.annotations.NullMarked;
