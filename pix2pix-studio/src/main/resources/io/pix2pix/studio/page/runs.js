/* The runs side by side, and what holds for all of them. */
import {askJson} from './server.js';
import {paint} from './judgment.js';
import {Output} from './outputs.js';
import {saveBoth, savePicture} from './saving.js';

const AT_FIRST = 4;
const LARGEST_DRAW = 999_999;

export class Runs {
  #outputs = new Map();

  constructor(description, drawing, get, tell) {
    Object.assign(this, {description, drawing, get, tell});
    this.runs = description.runs;
    for (const id of ['statistics', 'weights', 'noise', 'draw']) get(id).addEventListener('change', () => this.translate());
    get('new-sample').addEventListener('click', () => {
      get('noise').checked = true;
      get('draw').value = (Number(get('draw').value) + 1) % (LARGEST_DRAW + 1);
      this.translate();
    });
    get('judge').addEventListener('change', () => this.#judge());
    get('over').addEventListener('change', () => this.#shade());
    get('strength').addEventListener('input', () => this.#shade());
    get('weights-field').hidden = !this.runs.some(run => run.averaged);
    get('noise-group').hidden = !this.runs.some(run => run.noise);
    get('judgment-group').hidden = !this.runs.some(run => run.discriminator);
    this.#offer();
    this.runs.slice(0, AT_FIRST).forEach((run, number) => this.#show(number));
  }

  #offer() {
    this.get('shown-runs').hidden = this.runs.length < 2;
    this.runs.forEach((run, number) => {
      const box = Object.assign(document.createElement('input'), {type: 'checkbox', checked: number < AT_FIRST});
      const label = document.createElement('label');
      label.className = 'field';
      label.append(box, run.name);
      box.addEventListener('change', () => this.#choose(number, box));
      this.get('run-choices').append(label);
    });
  }

  #choose(number, box) {
    if (box.checked && this.#outputs.size >= this.description.most) {
      box.checked = false;
      this.tell(`${this.description.most} runs are shown at most; leave one out first`);
    } else if (box.checked) {
      this.#show(number);
      this.translate(this.#outputs.get(number));
    } else {
      this.#outputs.get(number).figure.remove();
      this.#outputs.delete(number);
    }
  }

  #show(number) {
    const output = new Output(number, this.runs[number], this.drawing.sketch, this, one => this.translate(one));
    output.save.addEventListener('click', () => savePicture(output));
    output.both.addEventListener('click', () => saveBoth(this.drawing, output));
    this.#outputs.set(number, output);
    const later = [...this.#outputs].filter(([other]) => other > number).map(([, one]) => one.figure);
    this.get('outputs').insertBefore(output.figure, later[0] ?? null);
  }

  /* What a generator is asked with; a run without averaged weights has the trained ones alone. */
  generator(run) {
    return {
      weights: run.averaged ? this.get('weights').value : 'trained',
      statistics: this.get('statistics').value,
      noise: this.get('noise').checked ? 'on' : 'off',
      draw: Math.min(LARGEST_DRAW, Math.max(0, Math.round(Number(this.get('draw').value) || 0))),
    };
  }

  judges() { return this.get('judge').checked; }

  strength() { return this.get('strength').value / 100; }

  judged(output) {
    this.get('field').textContent = output.judgment.receptiveField + '×' + output.judgment.receptiveField;
    this.#shadeDrawing();
  }

  #judge() {
    for (const id of ['over-field', 'strength-field', 'judgment-legend']) this.get(id).hidden = !this.judges();
    if (this.judges()) this.translate();
    else this.#outputs.forEach(output => output.judgeNothing());
    this.#shadeDrawing();
  }

  #shade() {
    this.#outputs.forEach(output => output.shade());
    this.#shadeDrawing();
  }

  /* Over the drawing stands what the discriminator of the first run thinks. */
  #shadeDrawing() {
    const judgment = [...this.#outputs.values()].map(output => output.judgment).find(Boolean);
    const map = this.get('map');
    map.hidden = !judgment || !this.judges() || !this.get('over').checked;
    if (!map.hidden) paint(map, judgment, this.strength());
  }

  /* Asks for pictures of the drawing as it is when a run is ready for it. */
  translate(only) {
    const outputs = only ? [only] : [...this.#outputs.values()];
    outputs.forEach(output => output.translate(() => this.drawing.png()));
  }

  /* Training may go on, and runs may vanish. */
  async refresh() {
    this.runs = await askJson('api/runs');
    this.#outputs.forEach((output, number) => output.update(this.runs[number]));
    return this.runs.filter(run => !run.there).map(run => run.name);
  }
}
