/* Between hands and tools: pointers and keys on the drawing become strokes. */
import {Keyboard} from './keyboard.js';

export class Board {
  #fingers = new Map();
  #cursor = null;

  constructor({drawing, tools, ink, zoom, history, overlay, buttons}) {
    Object.assign(this, {drawing, tools, ink, zoom, history, overlay, buttons});
    this.tool = tools[0] ?? null;
    this.drawingNow = false;
    const canvas = drawing.canvas;
    canvas.addEventListener('pointerdown', event => this.#down(event));
    canvas.addEventListener('pointermove', event => this.#move(event));
    canvas.addEventListener('pointerup', event => this.#up(event));
    canvas.addEventListener('pointercancel', event => this.#up(event, true));
    canvas.addEventListener('dblclick', () => this.finish());
    // A finger that rests would be taken for a long press, which ends its stroke.
    canvas.addEventListener('touchstart', event => event.preventDefault(), {passive: false});
    canvas.addEventListener('contextmenu', event => event.preventDefault());
    new Keyboard(canvas, this);
  }

  choose(tool) {
    this.leave();
    this.tool = tool;
    this.buttons();
    this.outline();
  }

  begin(point) {
    if (!this.tool) return;
    this.before = this.drawing.state();
    this.drawingNow = true;
    this.tool.down(this.drawing, point, this.ink);
    this.outline();
  }

  carry(point) {
    if (!this.drawingNow) return;
    this.tool.move?.(this.drawing, point, this.ink);
    this.outline();
  }

  end() {
    if (!this.drawingNow) return;
    this.drawingNow = false;
    if (this.tool.up(this.drawing, this.ink)) this.history.add(this.drawing.state());
    this.outline();
  }

  /* Closes what is open: a polygon. */
  finish() {
    if (this.tool?.finish?.(this.drawing, this.ink)) this.history.add(this.drawing.state());
    this.outline();
  }

  /* Forgets what was begun. */
  leave() {
    if (this.drawingNow) {
      this.drawingNow = false;
      this.drawing.restore(this.before);
    }
    this.tool?.leave?.();
    this.outline();
  }

  cursor(point) {
    this.#cursor = point;
    this.outline();
  }

  #down(event) {
    event.preventDefault();
    this.drawing.canvas.focus({preventScroll: true});
    this.#cursor = null;
    this.drawing.canvas.setPointerCapture(event.pointerId);
    this.#fingers.set(event.pointerId, {x: event.clientX, y: event.clientY});
    if (this.#fingers.size > 1) this.leave();
    else if (event.button === 0) this.begin(this.#within(this.drawing.point(event)));
  }

  #move(event) {
    const last = this.#fingers.get(event.pointerId);
    if (last && this.#fingers.size > 1) this.#pinch(event, last);
    else if (last) this.carry(this.drawing.point(event));
    if (last) this.#fingers.set(event.pointerId, {x: event.clientX, y: event.clientY});
  }

  #up(event, cancelled) {
    this.#fingers.delete(event.pointerId);
    if (cancelled) this.leave();
    else this.end();
  }

  /* Two fingers move and zoom. */
  #pinch(event, last) {
    const [other] = [...this.#fingers].filter(([id]) => id !== event.pointerId).map(([, at]) => at);
    const before = Math.hypot(last.x - other.x, last.y - other.y);
    const after = Math.hypot(event.clientX - other.x, event.clientY - other.y);
    this.zoom.move((last.x - event.clientX) / 2, (last.y - event.clientY) / 2);
    if (before > 0) this.zoom.by(after / before, {clientX: (event.clientX + other.x) / 2, clientY: (event.clientY + other.y) / 2});
    this.outline();
  }

  #within(point) {
    const {width, height} = this.drawing.area;
    return {...point, x: Math.min(width - 1, Math.max(0, point.x)), y: Math.min(height - 1, Math.max(0, point.y))};
  }

  /* What is begun, and the cursor of the keyboard, in pixels of the screen. */
  outline() {
    const box = this.drawing.canvas.getBoundingClientRect();
    const ratio = window.devicePixelRatio || 1;
    const most = 4096 / Math.max(box.width, box.height, 1);
    const scale = Math.min(ratio, most);
    this.overlay.width = Math.max(1, Math.round(box.width * scale));
    this.overlay.height = Math.max(1, Math.round(box.height * scale));
    const pen = this.overlay.getContext('2d');
    const unit = this.overlay.width / this.drawing.area.width;
    const points = this.tool?.outline?.();
    if (points) this.#path(pen, points.map(p => [(p.x + 0.5) * unit, (p.y + 0.5) * unit]), scale);
    if (this.#cursor) {
      const {x, y} = this.#cursor;
      const half = Math.max(unit * (this.tool?.needs.includes('size') ? this.ink.size : 1) / 2, 4 * scale);
      const [cx, cy] = [(x + 0.5) * unit, (y + 0.5) * unit];
      this.#path(pen, [[cx - half, cy - half], [cx + half, cy - half], [cx + half, cy + half], [cx - half, cy + half]], scale);
    }
  }

  #path(pen, points, scale) {
    for (const [color, wide] of [['#000', 3], ['#fff', 1.25]]) {
      pen.strokeStyle = color;
      pen.lineWidth = wide * scale;
      pen.beginPath();
      points.forEach(([x, y], i) => i ? pen.lineTo(x, y) : pen.moveTo(x, y));
      pen.closePath();
      pen.stroke();
    }
  }
}
