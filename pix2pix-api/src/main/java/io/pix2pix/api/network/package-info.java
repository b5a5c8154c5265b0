/** The hand that gives a network its layers and its weights, by name. */
@NullMarked
package io.pix2pix.api.network;

import org.jspecify.annotations.NullMarked;
