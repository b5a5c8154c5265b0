package io.pix2pix.graph.formulation;

import io.pix2pix.graph.convolution.ConvolutionKind;
import io.pix2pix.graph.convolution.ConvolutionNode;
import io.pix2pix.graph.convolution.ConvolutionShape;
import io.pix2pix.graph.convolution.Formulation;
import io.pix2pix.graph.convolution.GraphWriter;
import io.pix2pix.graph.convolution.MatrixLibrary;

/**
 * A convolution, or a gradient of it, by Winograd's minimal filtering (Lavin and Gray 2016): the
 * feature maps are computed tile by tile, with fewer multiplications than there are pixels and taps
 * of the kernel: tiles of three, 16 instead of 36 for 2x2 taps, 36 instead of 144 for 4x4. Rounding
 * errors are two to five times those of the plain operation. With a stride, blocks of pixels become
 * channels first, so that none is left: of a 4x4 kernel with a stride of two, a 2x2 kernel.
 *
 * @param side of a tile, in pixels of the feature maps
 * @param library that computes the products
 */
record Winograd(int side, MatrixLibrary library) implements Formulation {
  @Override
  public String name() {
    return "winograd tiles of " + side + library.suffix();
  }

  /** Where it saves multiplications: maps that are smaller than the tiles waste them. */
  @Override
  public boolean fits(ConvolutionShape shape) {
    if (!Frame.isDivided(shape) || shape.kernelHeight() != shape.kernelWidth()) {
      return false;
    }
    var filter = filter(shape);
    long products = (long) grid(shape).tiles() * filter.points() * filter.points();
    int taps = filter.taps() * filter.taps();
    return filter.exists() && products < (long) shape.outHeight() * shape.outWidth() * taps;
  }

  private MinimalFilter filter(ConvolutionShape shape) {
    return new MinimalFilter(side, shape.kernelHeight() / shape.stride());
  }

  /** Of the feature maps, or of what has the size of an image whose blocks became channels. */
  private TileGrid grid(ConvolutionShape shape) {
    int more =
        shape.kind() == ConvolutionKind.IMAGE_GRADIENT
            ? shape.kernelHeight() / shape.stride() - 1
            : 0;
    return new TileGrid(side, shape.outHeight() + more, shape.outWidth() + more);
  }

  private Tiles tiles(ConvolutionNode node, String images, GraphWriter to) {
    var rows = new ImageRows(node.shape().batch(), images, to);
    return new Tiles(filter(node.shape()), grid(node.shape()), rows);
  }

  @Override
  public void write(ConvolutionNode node, GraphWriter to) {
    var first = node.inputs().get(0);
    var second = node.inputs().get(1);
    var result =
        switch (node.shape().kind()) {
          case FORWARD -> maps(first, second, node, to);
          case IMAGE_GRADIENT -> imageGradient(first, second, node, to);
          case KERNEL_GRADIENT -> kernelGradient(first, second, node, to);
        };
    to.name(result, node.name());
  }

  private String maps(String image, String kernel, ConvolutionNode node, GraphWriter to) {
    var shape = node.shape();
    var tiles = tiles(node, image, to);
    var pixels = tiles.ofImage(blocks(image, shape, to), channels(shape));
    var taps = tiles.ofKernel(KernelBlocks.of(shape).of(kernel, to), channels(shape), shape.out());
    var products = to.products(library, pixels, false, taps, false, node.controls());
    return tiles.toMaps(products, shape.out());
  }

  /** The convolution of the gradient of the maps with the mirrored kernel. */
  private String imageGradient(String kernel, String maps, ConvolutionNode node, GraphWriter to) {
    var shape = node.shape();
    var tiles = tiles(node, maps, to);
    int around = shape.kernelHeight() / shape.stride() - 1;
    var pixels = tiles.ofImage(to.pad(maps, around, around, around, around), shape.out());
    var mirrored = KernelBlocks.mirrored(shape).of(kernel, to);
    var taps = tiles.ofKernel(mirrored, channels(shape), shape.out());
    var products = to.products(library, pixels, false, taps, true, node.controls());
    var framed = to.depthToSpace(tiles.toMaps(products, channels(shape)), shape.stride());
    return Frame.without(framed, shape, to);
  }

  private String kernelGradient(String image, String maps, ConvolutionNode node, GraphWriter to) {
    var shape = node.shape();
    var tiles = tiles(node, image, to);
    var pixels = tiles.ofImage(blocks(image, shape, to), channels(shape));
    var gradients = tiles.ofMaps(maps, shape.out());
    var products = to.products(library, pixels, true, gradients, false, node.controls());
    return KernelBlocks.of(shape).kernel(tiles.toKernel(products), to);
  }

  private static String blocks(String image, ConvolutionShape shape, GraphWriter to) {
    return to.spaceToDepth(Frame.around(image, shape, to), shape.stride());
  }

  /** Channels of an image whose blocks became channels. */
  private static int channels(ConvolutionShape shape) {
    return shape.stride() * shape.stride() * shape.in();
  }
}
