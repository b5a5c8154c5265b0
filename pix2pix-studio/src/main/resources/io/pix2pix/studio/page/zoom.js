/* How large the drawing is shown, and which part of it. */

const LARGEST = 32;

export class Zoom {
  #stage;
  #paper;
  #size;
  #onChange;
  #fitted = true;

  constructor(stage, paper, size, onChange) {
    this.#stage = stage;
    this.#paper = paper;
    this.#size = size;
    this.#onChange = onChange;
    new ResizeObserver(() => { if (this.#fitted) this.fit(); }).observe(stage);
    stage.addEventListener('wheel', event => {
      if (!event.ctrlKey && !event.metaKey) return;
      event.preventDefault();
      this.by(Math.exp(-event.deltaY / 300), event);
    }, {passive: false});
    this.fit();
  }

  fit() {
    const wide = this.#stage.clientWidth / this.#size.width;
    const above = this.#stage.getBoundingClientRect().top + window.scrollY;
    const most = parseFloat(getComputedStyle(this.#stage).maxHeight) - 2;
    const high = Math.max(200, Math.min(window.innerHeight - above - 70, most)) / this.#size.height;
    this.#set(Math.min(wide, high));
    this.#fitted = true;
  }

  /* Zooms by a factor, around a place on the screen. */
  by(factor, at) {
    const box = this.#paper.getBoundingClientRect();
    const x = at ? (at.clientX - box.left) / box.width : 0.5;
    const y = at ? (at.clientY - box.top) / box.height : 0.5;
    const before = {width: box.width, height: box.height};
    this.#set(this.scale * factor);
    this.#fitted = false;
    const after = this.#paper.getBoundingClientRect();
    this.move((after.width - before.width) * x, (after.height - before.height) * y);
  }

  move(x, y) {
    this.#stage.scrollLeft += x;
    this.#stage.scrollTop += y;
  }

  #set(scale) {
    this.scale = Math.min(LARGEST, Math.max(0.1, scale));
    this.#paper.style.width = this.#size.width * this.scale + 'px';
    this.#paper.style.height = this.#size.height * this.scale + 'px';
    this.#onChange(this.scale);
  }
}
