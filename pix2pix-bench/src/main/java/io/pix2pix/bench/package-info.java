/** Many runs in, tables and pages out: metrics and evaluation. */
@NullMarked
package io.pix2pix.bench;

import org.jspecify.annotations.NullMarked;
