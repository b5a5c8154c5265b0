/* The drawing: its pixels, and what is shown of them. */
import {fill, packed, rectangle} from './raster.js';

export class Drawing {
  #context;
  #image;

  /* onChange is told of every change of pixels, also within a stroke. */
  constructor(canvas, sketch, onChange) {
    this.canvas = canvas;
    this.sketch = sketch;
    this.onChange = onChange;
    canvas.width = sketch.width;
    canvas.height = sketch.height;
    this.#context = canvas.getContext('2d', {willReadFrequently: true});
    this.#image = this.#context.createImageData(sketch.width, sketch.height);
    this.area = {width: sketch.width, height: sketch.height, pixels: new Uint32Array(this.#image.data.buffer)};
    this.photo = null;
    this.clear();
  }

  /* An empty drawing; a photo that was loaded stays, with its rectangle in the middle. */
  clear() {
    if (this.sketch.hole > 0) this.hole(this.middle());
    else this.area.pixels.fill(packed(this.sketch.colors.ground));
    this.changed();
  }

  changed() {
    this.#context.putImageData(this.#image, 0, 0);
    this.onChange();
  }

  state() {
    return {pixels: this.area.pixels.slice(), photo: this.photo};
  }

  restore(state) {
    this.area.pixels.set(state.pixels);
    this.photo = state.photo;
    this.changed();
  }

  /* Takes pixels of the drawing's size. */
  show(pixels) {
    this.area.pixels.set(pixels);
    this.changed();
  }

  /* A photo of which a part is missing is kept whole, so that another part can be taken out. */
  showPhoto(pixels) {
    this.photo = pixels.slice();
    this.hole(this.middle());
    this.changed();
  }

  /* Takes the part between two corners out of the photo. */
  hole({x0, y0, x1, y1}) {
    if (this.photo) this.area.pixels.set(this.photo);
    else this.area.pixels.fill(packed(this.sketch.colors.ground));
    rectangle(this.area, x0, y0, x1, y1, packed('#ffffff'));
  }

  middle() {
    const {width, height, hole} = this.sketch;
    const left = Math.round(width * (1 - hole) / 2), top = Math.round(height * (1 - hole) / 2);
    return {x0: left, y0: top, x1: width - left - 1, y1: height - top - 1};
  }

  fill(x, y, color) {
    fill(this.area, x, y, color);
    this.changed();
  }

  /* The color of the pixel, or of the one nearest to it. */
  at(x, y) {
    const {width, height, pixels} = this.area;
    return pixels[Math.min(height - 1, Math.max(0, y)) * width + Math.min(width - 1, Math.max(0, x))];
  }

  /* The pixel under a pointer; it may lie beyond the drawing. */
  point(event) {
    const box = this.canvas.getBoundingClientRect();
    return {
      x: Math.floor((event.clientX - box.left) * this.area.width / box.width),
      y: Math.floor((event.clientY - box.top) * this.area.height / box.height),
      pressure: event.pointerType === 'pen' && event.pressure > 0 ? event.pressure : 0.5,
    };
  }

  png() {
    return new Promise((resolve, reject) =>
      this.canvas.toBlob(blob => blob ? resolve(blob) : reject(new Error('no picture')), 'image/png'));
  }
}
