/* Puts the page together. */
import {askJson} from './server.js';
import {Board} from './board.js';
import {Crop} from './crop.js';
import {Drawing} from './canvas.js';
import {Files, watch} from './files.js';
import {History} from './history.js';
import {Ink} from './palette.js';
import {Runs} from './runs.js';
import {saveDrawing} from './saving.js';
import {tools} from './tools.js';
import {Zoom} from './zoom.js';

const REFRESH = 5000;
const HINTS = {
  labels: 'Draw areas in the colors of the classes.',
  lines: 'Draw lines. Of a photo that is loaded, edges are taken where the run was trained on edges of photos.',
  gray: 'Load a photo: its brightness is what the network is given.',
  hole: 'Load a photo, and draw a box over what is to be filled in. The network has learned to fill the middle.',
  picture: 'Load a picture, and draw on it.',
};
const get = id => document.getElementById(id);

function tell(text) { get('status').textContent = text; }

function problem(text) {
  get('problem').hidden = !text;
  get('problem').textContent = text ?? '';
}

async function attempt(work) {
  try {
    const result = await work();
    problem(null);
    return result;
  } catch (e) {
    problem(e.message);
    return null;
  }
}

function toolButtons(board) {
  const buttons = board.tools.map(tool => {
    const button = Object.assign(document.createElement('button'), {type: 'button', textContent: tool.name, title: 'Key ' + tool.key.toUpperCase()});
    button.addEventListener('click', () => board.choose(tool));
    return button;
  });
  get('tools').append(...buttons);
  get('tools').hidden = buttons.length < 2;
  return () => {
    buttons.forEach((button, i) => button.setAttribute('aria-pressed', String(board.tools[i] === board.tool)));
    get('size-field').hidden = !board.tool?.needs.includes('size');
    get('color-field').hidden = !board.ink.any || !board.tool?.needs.includes('color');
  };
}

function examples(description, files, add) {
  get('example-field').hidden = description.examples.length === 0;
  description.examples.forEach((name, i) => get('example').append(new Option(name, i)));
  const show = async () => {
    const number = get('example').value;
    if (number !== '' && await attempt(() => files.example(number)) !== null) add();
  };
  get('example').addEventListener('change', show);
  return show;
}

function start(description) {
  const {sketch} = description;
  get('subject').textContent = description.runs.map(run => run.name).join(', ');
  get('hint').textContent = HINTS[sketch.kind] + (description.withoutExamples ? ' No examples: ' + description.withoutExamples : '');
  let runs = null;
  const drawing = new Drawing(get('canvas'), sketch, () => runs?.translate());
  const history = new History(() => {
    get('undo').disabled = !history.canUndo;
    get('redo').disabled = !history.canRedo;
  });
  const add = () => history.add(drawing.state());
  const ink = new Ink(sketch, {palette: get('palette'), classes: get('classes'), color: get('color'), size: get('size'), sizeValue: get('size-value')}, tell);
  let board = null;
  const zoom = new Zoom(get('stage'), get('paper'), sketch, scale => {
    get('zoom-value').textContent = Math.round(scale * 100) + ' %';
    board?.outline();
  });
  let press = () => {};
  board = new Board({drawing, tools: tools(sketch), ink, zoom, history, overlay: get('overlay'), buttons: () => press()});
  press = toolButtons(board);
  press();
  runs = new Runs(description, drawing, get, tell);
  const crop = new Crop(get('crop'), get('crop-canvas'), get('crop-zoom'), get('crop-use'), get('crop-cancel'));
  const files = new Files(drawing, crop);
  const load = async file => {
    if (await attempt(() => files.load(file))) { get('example').value = ''; add(); }
  };
  const show = examples(description, files, add);
  const back = () => { board.leave(); drawing.restore(history.undo()); };
  const again = () => { board.leave(); drawing.restore(history.redo()); };
  get('load').addEventListener('click', () => get('file').click());
  get('file').addEventListener('change', () => { if (get('file').files[0]) load(get('file').files[0]); get('file').value = ''; });
  watch(document.body, load);
  get('undo').addEventListener('click', back);
  get('redo').addEventListener('click', again);
  get('clear').addEventListener('click', () => { board.leave(); drawing.clear(); add(); });
  get('save-input').addEventListener('click', () => saveDrawing(drawing));
  get('zoom-in').addEventListener('click', () => zoom.by(1.25));
  get('zoom-out').addEventListener('click', () => zoom.by(0.8));
  get('zoom-fit').addEventListener('click', () => zoom.fit());
  document.addEventListener('keydown', event => {
    if (!(event.ctrlKey || event.metaKey) || event.target.matches('input[type=number]') || get('crop').open) return;
    const key = event.key.toLowerCase();
    if (key === 'z' || key === 'y') {
      event.preventDefault();
      key === 'y' || event.shiftKey ? again() : back();
    }
  });
  add();
  begin(description, runs, show);
}

/* The first example is there from the start: an empty page teaches nothing. */
async function begin(description, runs, show) {
  get('studio').hidden = false;
  if (description.examples.length) {
    get('example').value = '0';
    await show();
  } else {
    runs.translate();
  }
  let told = '';
  setInterval(async () => {
    if (document.hidden) return;
    const lost = await trouble(runs);
    if (lost !== told) problem(lost);
    told = lost;
  }, REFRESH);
}

/* What is wrong with the studio or its runs at the moment; empty if nothing. */
async function trouble(runs) {
  try {
    const gone = await runs.refresh();
    return gone.length ? gone.join(', ') + ': the folder is gone. Checkpoints that are open still work; others do not.' : '';
  } catch (e) {
    return e.message;
  }
}

attempt(async () => start(await askJson('api/studio')));
