/** A file system that fails when it is told to. */
@NullMarked
package io.pix2pix.campaign.disk;

import org.jspecify.annotations.NullMarked;
