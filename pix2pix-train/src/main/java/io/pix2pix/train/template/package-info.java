/** How pages and drawings are made of templates. */
@NullMarked
package io.pix2pix.train.template;

import org.jspecify.annotations.NullMarked;
