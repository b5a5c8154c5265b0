/* What one draws with. A tool is told where the pointer goes down, moves and is lifted; it says true where something is done
   that can be undone. */
import * as raster from './raster.js';

function width(ink, point) {
  return Math.max(1, Math.round(ink.size * 2 * point.pressure));
}

class Brush {
  name = 'Brush';
  key = 'b';
  needs = ['size', 'color'];

  color(drawing, ink) { return ink.color; }

  down(drawing, point, ink) {
    this.last = point;
    this.move(drawing, point, ink);
  }

  move(drawing, point, ink) {
    raster.line(drawing.area, this.last.x, this.last.y, point.x, point.y, width(ink, point), this.color(drawing, ink));
    this.last = point;
    drawing.changed();
  }

  up() { return true; }
}

class Eraser extends Brush {
  name = 'Eraser';
  key = 'e';
  needs = ['size'];

  color(drawing) { return raster.packed(drawing.sketch.colors.ground); }
}

/* What is spanned between two corners, and done when the pointer is lifted. */
class Spanned {
  needs = ['color'];

  down(drawing, point) { this.corners = {x0: point.x, y0: point.y, x1: point.x, y1: point.y}; }

  move(drawing, point) { Object.assign(this.corners, {x1: point.x, y1: point.y}); }

  outline() {
    if (!this.corners) return null;
    const {x0, y0, x1, y1} = this.corners;
    return [{x: x0, y: y0}, {x: x1, y: y0}, {x: x1, y: y1}, {x: x0, y: y1}];
  }

  up(drawing, ink) {
    this.draw(drawing, this.corners, ink);
    this.corners = null;
    drawing.changed();
    return true;
  }

  leave() { this.corners = null; }
}

class Rectangle extends Spanned {
  name = 'Rectangle';
  key = 'r';

  draw(drawing, {x0, y0, x1, y1}, ink) { raster.rectangle(drawing.area, x0, y0, x1, y1, ink.color); }
}

class Box extends Spanned {
  name = 'Box to fill in';
  key = 'x';
  needs = [];

  draw(drawing, {x0, y0, x1, y1}) {
    drawing.hole({x0: Math.min(x0, x1), y0: Math.min(y0, y1), x1: Math.max(x0, x1), y1: Math.max(y0, y1)});
  }
}

class Polygon {
  name = 'Polygon';
  key = 'p';
  needs = ['color'];
  points = [];

  down(drawing, point) {
    const first = this.points[0];
    this.closing = this.points.length > 2 && Math.hypot(point.x - first.x, point.y - first.y) <= drawing.area.width / 40;
    if (!this.closing) this.points.push(point);
  }

  move(drawing, point) {
    if (!this.closing) this.points[this.points.length - 1] = point;
  }

  up(drawing, ink) { return this.closing ? this.finish(drawing, ink) : false; }

  outline() { return this.points.length ? this.points : null; }

  finish(drawing, ink) {
    const points = this.points;
    this.points = [];
    if (points.length < 3) return false;
    raster.polygon(drawing.area, points, ink.color);
    drawing.changed();
    return true;
  }

  leave() { this.points = []; }
}

class Fill {
  name = 'Fill';
  key = 'f';
  needs = ['color'];

  down(drawing, point) { this.point = point; }

  up(drawing, ink) {
    drawing.fill(this.point.x, this.point.y, ink.color);
    return true;
  }
}

class Eyedropper {
  name = 'Eyedropper';
  key = 'i';
  needs = ['color'];

  down(drawing, point, ink) { ink.take(drawing.at(point.x, point.y)); }

  move(drawing, point, ink) { this.down(drawing, point, ink); }

  up() { return false; }
}

const ALL = {brush: Brush, eraser: Eraser, rectangle: Rectangle, polygon: Polygon, fill: Fill, eyedropper: Eyedropper, box: Box};

/* The tools of a sketch, in its order. */
export function tools(sketch) {
  return sketch.tools.map(word => new ALL[word]());
}
