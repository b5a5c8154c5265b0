/* Asks which part of a picture is taken, in the shape of the drawing. */

const LONGEST = 640;

export class Crop {
  #picture;
  #done = () => {};

  constructor(dialog, canvas, zoom, use, cancel) {
    Object.assign(this, {dialog, canvas, zoom});
    use.addEventListener('click', () => this.#finish(true));
    cancel.addEventListener('click', () => this.#finish(false));
    dialog.addEventListener('cancel', event => { event.preventDefault(); this.#finish(false); });
    zoom.addEventListener('input', () => this.#paint());
    canvas.addEventListener('pointerdown', event => canvas.setPointerCapture(event.pointerId));
    canvas.addEventListener('pointermove', event => {
      if (!canvas.hasPointerCapture(event.pointerId)) return;
      const unit = canvas.width / canvas.getBoundingClientRect().width / this.#scale();
      this.#move(-event.movementX * unit, -event.movementY * unit);
    });
    canvas.addEventListener('keydown', event => {
      const by = {ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1]}[event.key];
      if (!by) return;
      event.preventDefault();
      this.#move(by[0] * 10 / this.#scale(), by[1] * 10 / this.#scale());
    });
  }

  /* The part that was chosen, {x, y, width, height} in pixels of the picture; null if nothing. */
  ask(picture, width, height) {
    this.#picture = picture;
    const scale = LONGEST / Math.max(width, height);
    this.canvas.width = Math.round(width * scale);
    this.canvas.height = Math.round(height * scale);
    this.zoom.value = 100;
    this.center = {x: picture.width / 2, y: picture.height / 2};
    this.#paint();
    this.dialog.showModal();
    this.canvas.focus();
    return new Promise(resolve => { this.#done = resolve; });
  }

  #finish(taken) {
    this.dialog.close();
    this.#done(taken ? this.#part() : null);
  }

  /* Pixels of the canvas for one of the picture. */
  #scale() {
    const {width, height} = this.#picture;
    return Math.max(this.canvas.width / width, this.canvas.height / height) * this.zoom.value / 100;
  }

  #part() {
    const width = this.canvas.width / this.#scale(), height = this.canvas.height / this.#scale();
    const within = (at, size, all) => Math.min(all - size / 2, Math.max(size / 2, at));
    this.center = {x: within(this.center.x, width, this.#picture.width), y: within(this.center.y, height, this.#picture.height)};
    return {x: this.center.x - width / 2, y: this.center.y - height / 2, width, height};
  }

  #move(x, y) {
    this.center.x += x;
    this.center.y += y;
    this.#paint();
  }

  #paint() {
    const {x, y, width, height} = this.#part();
    this.canvas.getContext('2d').drawImage(this.#picture, x, y, width, height, 0, 0, this.canvas.width, this.canvas.height);
  }
}
