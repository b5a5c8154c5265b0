package io.pix2pix.data.check;

/**
 * How much there is of a class.
 *
 * @param index in label maps
 * @param name of the class; empty where no palette tells
 * @param color of the class, {@code 0xrrggbb}; gray by its index where no palette tells
 * @param share of all pixels, 0 to 1
 * @param pictures that have a pixel of it
 */
public record ClassShare(int index, String name, int color, double share, int pictures) {}
