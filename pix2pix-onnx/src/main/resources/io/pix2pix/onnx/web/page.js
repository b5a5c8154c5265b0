'use strict';
const LARGEST = 1024; // pixels along an edge, where pictures keep their size
const SMALL = 200; // pixels: smaller pictures are shown pixel by pixel
const get = id => document.getElementById(id);
const model = new Uint8Array(settings.bytes);
const waiting = new Map();
let thread = null;
let filled = 0;
let runtime = null;
let shown = null; // the picture that is translated: {name, picture, target}
let latest = 0;

/* What is loaded. */

function bytes(text) {
  if (Uint8Array.fromBase64) return Uint8Array.fromBase64(text);
  const letters = atob(text);
  const decoded = new Uint8Array(letters.length);
  for (let i = 0; i < letters.length; i++) decoded[i] = letters.charCodeAt(i);
  return decoded;
}

/* model-000.js and those after it call this. */
function takeModel(text) {
  const part = bytes(text);
  model.set(part, filled);
  filled += part.length;
}

/* runtime.js calls this. */
function takeRuntime(code, binary) {
  runtime = {code: bytes(code), binary: bytes(binary)};
}

function script(name) {
  return new Promise((resolve, reject) => {
    const element = document.createElement('script');
    element.src = name;
    element.onload = () => { element.remove(); resolve(); };
    element.onerror = () => reject(new Error(name + ' cannot be loaded; copy all files of the folder, and load the page again'));
    document.head.append(element);
  });
}

async function load() {
  const names = ['runtime.js'];
  for (let i = 0; i < settings.parts; i++) names.push(`model-${String(i).padStart(3, '0')}.js`);
  for (let i = 0; i < names.length; i++) {
    await script(names[i]);
    get('progress').value = (i + 1) / (names.length + 1);
  }
  if (filled !== settings.bytes) throw new Error('the files of the model do not belong together; export the page again');
  const text = new Blob([`(${worker})()`], {type: 'text/javascript'});
  thread = new Worker(URL.createObjectURL(text));
  thread.onmessage = ({data}) => {
    const {resolve, reject} = waiting.get(data.number);
    waiting.delete(data.number);
    if (data.trouble) reject(new Error(data.trouble)); else resolve(data);
  };
  thread.onerror = e => { for (const one of waiting.values()) one.reject(new Error(e.message)); };
  await ask({...runtime, model}, [model.buffer]);
}

function ask(message, transferred) {
  const number = ++latest;
  return new Promise((resolve, reject) => {
    waiting.set(number, {resolve, reject});
    thread.postMessage({...message, number}, transferred);
  });
}

/* Pictures. */

/* A picture's own pixels: no color profile, no transparency. */
async function read(blob) {
  const bitmap = await createImageBitmap(blob, {colorSpaceConversion: 'none', premultiplyAlpha: 'none'});
  const canvas = document.createElement('canvas');
  canvas.width = bitmap.width;
  canvas.height = bitmap.height;
  const context = canvas.getContext('2d', {willReadFrequently: true});
  context.drawImage(bitmap, 0, 0);
  const {data, width, height} = context.getImageData(0, 0, bitmap.width, bitmap.height);
  const values = new Float32Array(3 * width * height);
  for (let i = 0, at = 0; i < data.length; i += 4) {
    for (let channel = 0; channel < 3; channel++) values[at++] = data[i + channel] / 127.5 - 1;
  }
  return {width, height, values};
}

function cubic(distance) {
  if (distance < 1) return (1.5 * distance - 2.5) * distance * distance + 1;
  return distance < 2 ? ((-0.5 * distance + 2.5) * distance - 4) * distance + 2 : 0;
}

/* Which old pixels make each new one along an axis, as the training resizes. */
function axis(from, to) {
  const step = from / to;
  const stretch = Math.max(1, step);
  return Array.from({length: to}, (unused, i) => {
    const middle = (i + 0.5) * step;
    const first = Math.max(0, Math.round(middle - 2 * stretch));
    const end = Math.min(from, Math.round(middle + 2 * stretch));
    const weights = [];
    for (let k = first; k < end; k++) weights.push(cubic(Math.abs(k + 0.5 - middle) / stretch));
    const sum = weights.reduce((one, other) => one + other, 0);
    return {first, weights: weights.map(weight => weight / sum)};
  });
}

function resized(picture, width, height) {
  if (picture.width === width && picture.height === height) return picture;
  const along = axis(picture.width, width);
  const down = axis(picture.height, height);
  const mixed = new Float32Array(3 * width * picture.height);
  for (let y = 0, at = 0; y < picture.height; y++) {
    for (const {first, weights} of along) {
      const from = 3 * (y * picture.width + first);
      for (let channel = 0; channel < 3; channel++) {
        let sum = 0;
        for (let k = 0; k < weights.length; k++) sum += weights[k] * picture.values[from + 3 * k + channel];
        mixed[at++] = sum;
      }
    }
  }
  const values = new Float32Array(3 * width * height);
  for (let y = 0, at = 0; y < height; y++) {
    const {first, weights} = down[y];
    for (let x = 0; x < 3 * width; x++) {
      let sum = 0;
      for (let k = 0; k < weights.length; k++) sum += weights[k] * mixed[(first + k) * 3 * width + x];
      values[at++] = Math.max(-1, Math.min(1, sum));
    }
  }
  return {width, height, values};
}

function nearest(length) {
  const {multiple, smallest} = settings;
  const limit = Math.max(smallest, Math.floor(LARGEST / multiple) * multiple);
  return Math.min(limit, Math.max(smallest, Math.round(length / multiple) * multiple));
}

/* The size at which a picture is translated. */
function size(picture) {
  const own = get('size') && get('size').value === 'own';
  if (!own) return [settings.width, settings.height];
  const shrink = Math.min(1, LARGEST / Math.max(picture.width, picture.height));
  return [nearest(picture.width * shrink), nearest(picture.height * shrink)];
}

/* [1, c, h, w], as the model takes it. */
function condition({width, height, values}) {
  const pixels = width * height;
  const planes = new Float32Array(settings.takes * pixels);
  for (let i = 0; i < pixels; i++) {
    const [red, green, blue] = values.subarray(3 * i, 3 * i + 3);
    if (settings.takes === 1) {
      planes[i] = 0.299 * red + 0.587 * green + 0.114 * blue;
    } else {
      planes[i] = red;
      planes[pixels + i] = green;
      planes[2 * pixels + i] = blue;
    }
  }
  return {values: planes, shape: [1, settings.takes, height, width]};
}

/* [1, c, h, w] as a picture of red, green and blue. */
function picture({values, shape: [, channels, height, width]}) {
  const pixels = width * height;
  const colors = new Float32Array(3 * pixels);
  for (let i = 0; i < pixels; i++) {
    for (let channel = 0; channel < 3; channel++) {
      colors[3 * i + channel] = values[(channels === 1 ? 0 : channel) * pixels + i];
    }
  }
  return {width, height, values: colors};
}

function draw(canvas, {width, height, values}, label) {
  canvas.width = width;
  canvas.height = height;
  const image = new ImageData(width, height);
  for (let i = 0, at = 0; i < image.data.length; i += 4) {
    for (let channel = 0; channel < 3; channel++) {
      image.data[i + channel] = Math.floor((Math.max(-1, Math.min(1, values[at++])) + 1) * 127.5 + 0.5);
    }
    image.data[i + 3] = 255;
  }
  canvas.getContext('2d').putImageData(image, 0, 0);
  canvas.setAttribute('aria-label', label);
}

/* What the page does. */

function say(state, text) {
  document.body.dataset.state = state;
  get('status').textContent = text;
}

function fail(e) {
  say('failed', 'It did not work: ' + (e && e.message || e));
}

async function translate() {
  if (!shown || !thread || document.body.dataset.state === 'loading') return;
  const {name, picture: whole, target} = shown;
  const wanted = shown;
  try {
    const [width, height] = size(whole);
    const input = resized(whole, width, height);
    get('pictures').classList.toggle('small', width < SMALL);
    draw(get('input'), input, 'Input: ' + name);
    get('target-figure').hidden = !target;
    if (target) get('target').src = target;
    get('save').disabled = true;
    get('progress').removeAttribute('value');
    say('busy', 'Translating ' + name + ' …');
    const made = condition(input);
    const answer = await ask(made, [made.values.buffer]);
    if (wanted !== shown) return; // another one was chosen meanwhile
    draw(get('output'), picture(answer), 'Translation of ' + name);
    get('save').disabled = false;
    const from = whole.width === width && whole.height === height ? '' : `, resized from ${whole.width} × ${whole.height}`;
    say('ready', `${name}: ${width} × ${height} pixels${from}, translated in ${answer.seconds.toFixed(1)} seconds`);
  } catch (e) {
    fail(e);
  }
}

function press(chosen) {
  for (const button of document.querySelectorAll('#examples button')) {
    button.setAttribute('aria-pressed', String(button === chosen));
  }
}

async function take(blob, name) {
  try {
    shown = {name, picture: await read(blob), target: null};
    press(null);
    translate();
  } catch (e) {
    fail(new Error(`${name} cannot be read as a picture; give a PNG, a JPEG or another that browsers show`));
  }
}

async function takeExample(example, button) {
  const {name, condition: address, target} = example;
  const blob = new Blob([bytes(address.slice(address.indexOf(',') + 1))], {type: 'image/png'});
  shown = {name, picture: await read(blob), target};
  press(button);
  translate();
}

function save() {
  get('output').toBlob(blob => {
    const link = document.createElement('a');
    link.href = URL.createObjectURL(blob);
    link.download = shown.name.replace(/\.[^.]*$/, '') + '-' + settings.name + '.png';
    link.click();
    URL.revokeObjectURL(link.href);
  }, 'image/png');
}

function firstPicture(files) {
  return [...files].find(file => file.type.startsWith('image/')) || files[0];
}

function listen() {
  get('file').onchange = ({target}) => {
    if (target.files.length) take(target.files[0], target.files[0].name);
    target.value = ''; // the same file can be chosen again
  };
  document.ondragover = e => { e.preventDefault(); get('drop').classList.add('over'); };
  document.ondragleave = e => { if (!e.relatedTarget) get('drop').classList.remove('over'); };
  document.ondrop = e => {
    e.preventDefault();
    get('drop').classList.remove('over');
    const file = firstPicture(e.dataTransfer.files);
    if (file) take(file, file.name);
  };
  document.onpaste = e => {
    const file = firstPicture(e.clipboardData.files);
    if (file) take(file, file.name);
  };
  if (get('size')) get('size').onchange = translate;
  get('save').onclick = save;
}

function showExamples() {
  return settings.examples.map(example => {
    const button = document.createElement('button');
    button.type = 'button';
    button.setAttribute('aria-label', 'Example ' + example.name);
    button.setAttribute('aria-pressed', 'false');
    const image = document.createElement('img');
    image.src = example.condition;
    image.alt = '';
    button.append(image);
    button.onclick = () => takeExample(example, button);
    get('examples').append(button);
    return button;
  });
}

async function begin() {
  listen();
  const buttons = showExamples();
  try {
    await load();
    say('ready', 'Choose a picture.');
    if (shown) translate(); // one that was chosen while the model was loaded
    else if (buttons.length) buttons[0].click();
  } catch (e) {
    fail(e);
  }
}

begin();
