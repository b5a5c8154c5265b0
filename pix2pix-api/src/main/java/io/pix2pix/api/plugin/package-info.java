/** How plug-ins are declared, named and listed. */
@NullMarked
package io.pix2pix.api.plugin;

import org.jspecify.annotations.NullMarked;
