/** Files that users name, looked at before they are read. */
@NullMarked
package io.pix2pix.api.file;

import org.jspecify.annotations.NullMarked;
