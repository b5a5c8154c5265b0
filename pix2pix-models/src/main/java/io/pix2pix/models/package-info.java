/** The plug-ins that networks and objectives are composed of. */
@NullMarked
package io.pix2pix.models;

import org.jspecify.annotations.NullMarked;
