package io.pix2pix.train.description;

import com.google.common.base.Ascii;
import com.google.common.collect.ImmutableList;
import io.pix2pix.train.template.Template;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.tensorflow.ndarray.Shape;

/**
 * Draws a network from left to right as SVG: a box for each layer, the higher the larger its maps,
 * the wider the more channels they have, and an arc for each connection that skips layers. Used by
 * one thread at a time.
 */
public final class NetworkDrawing {
  private static final int SLOT = 62;
  private static final int MARGIN = 40;
  private static final int BELOW = 150;
  private static final int LOWEST = DrawnLayer.MIDDLE + BELOW + 30;

  private final NetworkDescription network;
  private final Map<String, DrawnLayer> boxes = new HashMap<>();
  private final List<DrawnLayer> inOrder = new ArrayList<>();
  private final List<DrawnLine> lines = new ArrayList<>();
  private final List<DrawnConnection> arcs = new ArrayList<>();
  private final Set<String> skipped = new HashSet<>();

  private NetworkDrawing(NetworkDescription network) {
    this.network = network;
    place(LayerDescription.INPUT, "what the network is given", network.input(), LayerKind.INPUT);
    network.layers().stream()
        .filter(layer -> layer.output().numDimensions() == 4)
        .forEach(this::add);
  }

  /** A picture of the network: an SVG file. */
  public static String svg(NetworkDescription network) {
    var drawing = new NetworkDrawing(network);
    return new Template(NetworkDrawing.class, "network.svg").fill(drawing.view());
  }

  private void add(LayerDescription layer) {
    var before = inOrder.get(inOrder.size() - 1);
    var box = place(layer.name(), meaning(layer), layer.output(), LayerKind.of(layer));
    for (var input : layer.inputs()) {
      if (input.equals(before.name())) {
        lines.add(new DrawnLine(before.center(), box.center()));
      } else {
        boxes.computeIfPresent(input, (name, from) -> connect(from, box));
      }
    }
  }

  /**
   * A map that is added to what follows reaches every later sum: only the first is drawn, else a
   * ResNet is a tangle.
   */
  private DrawnLayer connect(DrawnLayer from, DrawnLayer to) {
    if (skipped.add(from.name())) {
      arcs.add(DrawnConnection.between(from, to));
    }
    return from;
  }

  private DrawnLayer place(String name, String meaning, Shape shape, LayerKind kind) {
    var box = DrawnLayer.at(MARGIN + SLOT * inOrder.size() + SLOT / 2, name, meaning, shape, kind);
    boxes.put(name, box);
    inOrder.add(box);
    return box;
  }

  private static String meaning(LayerDescription layer) {
    return String.format(
        Locale.ROOT,
        "%s: %s, %,d parameters, receptive field %d",
        layer.name(),
        layer.operation(),
        layer.parameters(),
        layer.receptiveField());
  }

  private View view() {
    var last = inOrder.get(inOrder.size() - 1);
    var kinds = inOrder.stream().map(DrawnLayer::kind).distinct().toList();
    var legend = new ArrayList<Legend>();
    for (var kind : kinds) {
      legend.add(new Legend(16 + 170 * legend.size(), LOWEST, kind.color(), kind.words()));
    }
    return new View(
        Math.max(last.x() + SLOT + MARGIN + 40, 16 + 170 * kinds.size()),
        LOWEST + 24,
        network.name(),
        NetworkText.facts(network),
        DrawnLayer.MIDDLE,
        ImmutableList.copyOf(lines),
        ImmutableList.copyOf(arcs),
        ImmutableList.copyOf(inOrder),
        ImmutableList.copyOf(legend));
  }

  /** From a layer to the next. */
  record DrawnLine(long from, long to) {}

  /** What the template names of the legend. */
  record Legend(long x, long y, String color, String words) {
    long textX() {
      return x + 16;
    }

    long textY() {
      return y + 9;
    }
  }

  /** What the template names. */
  record View(
      long width,
      long height,
      String name,
      String facts,
      long middle,
      ImmutableList<DrawnLine> lines,
      ImmutableList<DrawnConnection> arcs,
      ImmutableList<DrawnLayer> boxes,
      ImmutableList<Legend> legend) {

    String title() {
      return Ascii.toUpperCase(name.charAt(0)) + name.substring(1);
    }
  }
}
