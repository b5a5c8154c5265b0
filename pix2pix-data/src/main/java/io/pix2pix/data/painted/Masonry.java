package io.pix2pix.data.painted;

/** What a wall is made of. */
enum Masonry {
  BRICK,
  PLASTER,
  STONE
}
