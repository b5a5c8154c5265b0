/* The color that is drawn with: a class of the palette, or any. */
import {css, packed} from './raster.js';

export class Ink {
  #buttons = [];

  /* Where there are classes, these are offered by name. */
  constructor(sketch, elements, onTake) {
    this.size = sketch.kind === 'lines' ? Math.max(1, Math.round(sketch.width / 128)) : Math.max(1, Math.round(sketch.width / 24));
    this.onTake = onTake;
    this.elements = elements;
    sketch.palette.forEach(one => this.#offer(one));
    elements.palette.hidden = sketch.palette.length === 0;
    this.any = sketch.palette.length === 0 && sketch.kind === 'picture';
    elements.color.addEventListener('input', () => { this.color = packed(elements.color.value); });
    elements.size.value = this.size;
    elements.size.addEventListener('input', () => this.resize(Number(elements.size.value)));
    this.resize(this.size);
    this.take(packed(sketch.colors.ink), true);
  }

  #offer({name, color}) {
    const label = document.createElement('label');
    label.className = 'class';
    const button = Object.assign(document.createElement('input'), {type: 'radio', name: 'class', value: color});
    const swatch = Object.assign(document.createElement('span'), {className: 'color'});
    swatch.style.background = color;
    button.addEventListener('change', () => { this.color = packed(color); });
    label.append(button, swatch, name.replaceAll('-', ' '));
    label.title = color;
    this.elements.classes.append(label);
    this.#buttons.push(button);
  }

  /* Draws with a color from now on. */
  take(color, quietly) {
    this.color = color;
    this.elements.color.value = css(color);
    const button = this.#buttons.find(one => packed(one.value) === color);
    if (button) {
      button.checked = true;
      if (!quietly) this.onTake(button.parentElement.textContent);
    }
  }

  /* The class before or after this one. */
  step(by) {
    const at = this.#buttons.findIndex(one => one.checked);
    const next = this.#buttons[(at + by + this.#buttons.length) % this.#buttons.length];
    if (next) this.take(packed(next.value));
  }

  resize(size) {
    this.size = Math.min(64, Math.max(1, size));
    this.elements.size.value = this.size;
    this.elements.sizeValue.textContent = this.size + ' px';
  }
}
