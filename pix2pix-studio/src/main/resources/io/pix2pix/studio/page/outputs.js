/* What a run makes of the drawing: a picture, and the choices that belong to this run alone. */
import {ask, askJson} from './server.js';
import {Latest} from './latest.js';
import {paint, words} from './judgment.js';

let made = 0;

function element(name, properties, ...inner) {
  const one = Object.assign(document.createElement(name), properties);
  one.append(...inner);
  return one;
}

export class Output {
  #latest = new Latest((asked, outdated) => this.#translate(asked, outdated));
  #newest = true;
  #address = '';
  #steps = [];

  /* choices says what holds for all runs; redo asks for another picture of the same drawing. */
  constructor(number, run, sketch, choices, redo) {
    Object.assign(this, {number, run, choices, redo});
    const id = 'output-' + made++;
    this.image = element('img', {alt: '', id, hidden: true});
    this.map = element('canvas', {hidden: true});
    this.view = element('div', {className: 'view'}, this.image, this.map);
    this.view.style.aspectRatio = sketch.width + ' / ' + sketch.height;
    this.view.style.maxWidth = `calc(70vh * ${sketch.width / sketch.height})`;
    this.time = element('span', {className: 'time'});
    this.verdict = element('p', {className: 'small', hidden: true});
    this.reason = element('p', {className: 'reason', hidden: true});
    this.slider = element('input', {type: 'range', min: 0, step: 1, id: id + '-step'});
    this.step = element('output', {});
    this.slider.addEventListener('input', () => this.#slide());
    this.checkpoint = element('label', {className: 'field', htmlFor: id + '-step'}, 'Checkpoint', this.slider, this.step);
    this.save = element('button', {type: 'button', textContent: 'Save picture'});
    this.both = element('button', {type: 'button', textContent: 'Save both'});
    this.figure = element('figure', {},
      element('figcaption', {}, element('strong', {textContent: run.name}), this.time), this.view, this.reason, this.verdict,
      element('div', {className: 'row'}, this.checkpoint, this.save, this.both));
    this.update(run);
  }

  /* How the run is by now: it may have gone on with its training, or be gone. */
  update(run) {
    this.run = run;
    const asked = this.#steps[this.slider.value];
    const steps = [...new Set([...run.steps, run.step])].sort((a, b) => a - b);
    if (steps.join() === this.#steps.join()) return;
    this.#steps = steps;
    this.slider.max = steps.length - 1;
    const at = steps.indexOf(asked);
    this.slider.value = this.#newest || at < 0 ? steps.length - 1 : at;
    this.checkpoint.hidden = steps.length < 2;
    const before = asked;
    this.#name();
    if (before !== undefined && before !== this.chosen) this.redo(this);
  }

  get chosen() { return this.#steps[this.slider.value]; }

  #name() {
    const last = Number(this.slider.value) === this.#steps.length - 1;
    const text = 'step ' + this.chosen.toLocaleString('en') + (last ? ' (newest)' : '');
    this.step.textContent = text;
    this.slider.setAttribute('aria-valuetext', text);
  }

  #slide() {
    this.#newest = Number(this.slider.value) === this.#steps.length - 1;
    this.#name();
    this.redo(this);
  }

  /* Asks for the picture of a drawing, as a promise of PNG; of several only the newest is asked for. */
  translate(drawing) { this.#latest.ask(drawing); }

  async #translate(drawing, outdated) {
    const begun = performance.now();
    try {
      const png = await drawing();
      const query = new URLSearchParams({...this.choices.generator(this.run), step: this.chosen});
      const picture = await (await ask(`api/runs/${this.number}/picture?${query}`, png)).blob();
      await this.#show(picture);
      this.time.textContent = Math.round(performance.now() - begun) + ' ms';
      this.#refuse(null);
      if (this.choices.judges() && !outdated()) await this.#judge(png, query);
    } catch (problem) {
      this.#refuse(problem.message);
    }
    this.choices.judges() || this.judgeNothing();
  }

  async #show(picture) {
    const address = URL.createObjectURL(picture);
    const image = Object.assign(new Image(), {src: address});
    await image.decode();
    this.image.src = address;
    this.image.alt = `What ${this.run.name} makes of the drawing`;
    this.image.hidden = false;
    if (this.#address) URL.revokeObjectURL(this.#address);
    this.#address = address;
    this.blob = picture;
  }

  #refuse(reason) {
    this.reason.hidden = !reason;
    this.reason.textContent = reason ?? '';
    this.view.classList.toggle('old', Boolean(reason));
  }

  async #judge(png, query) {
    if (!this.run.discriminator) {
      this.verdict.hidden = false;
      this.verdict.textContent = 'This run keeps no discriminator.';
      return;
    }
    this.judgment = await askJson(`api/runs/${this.number}/judgment?${query}`, png);
    this.map.hidden = this.verdict.hidden = false;
    this.verdict.textContent = words(this.judgment);
    this.shade();
    this.choices.judged(this);
  }

  /* Paints the judgment again, as strong as is chosen. */
  shade() {
    if (this.judgment) paint(this.map, this.judgment, this.choices.strength());
  }

  judgeNothing() {
    this.judgment = null;
    this.map.hidden = this.verdict.hidden = true;
  }
}
