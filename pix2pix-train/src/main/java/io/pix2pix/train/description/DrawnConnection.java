package io.pix2pix.train.description;

/**
 * A connection that skips layers, as an arc above them.
 *
 * @param path of the arc, in SVG
 * @param meaning shown where a pointer rests on it
 */
record DrawnConnection(String path, String meaning) {
  static DrawnConnection between(DrawnLayer from, DrawnLayer to) {
    long top = Math.min(from.y(), to.y()) - 18;
    long lift = Math.min(90, 14 + (to.center() - from.center()) / 9);
    var path =
        String.format(
            "M%d,%d C%d,%d %d,%d %d,%d",
            from.center(),
            from.y() - 16,
            from.center(),
            top - lift,
            to.center(),
            top - lift,
            to.center(),
            to.y() - 16);
    return new DrawnConnection(path, from.name() + " to " + to.name());
  }
}
