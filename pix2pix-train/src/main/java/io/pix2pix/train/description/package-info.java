/** What networks are made of: layers, shapes, parameters, arithmetic and receptive fields. */
@NullMarked
package io.pix2pix.train.description;

import org.jspecify.annotations.NullMarked;
