/**
 * The fault campaign: disturbs runs, studies and caches, and judges what every command does then.
 */
@NullMarked
package io.pix2pix.campaign;

import org.jspecify.annotations.NullMarked;
