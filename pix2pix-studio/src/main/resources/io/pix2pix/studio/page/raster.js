/* Draws into pixels, each of which has one color: label maps must have nothing in between.
   An area is {width, height, pixels}; pixels are 32 bits each, row by row. */

/* The 32 bits of a color such as #80c0ff. */
export function packed(css) {
  const rgb = parseInt(css.slice(1), 16);
  const bytes = new Uint8Array([rgb >> 16, rgb >> 8 & 255, rgb & 255, 255]);
  return new Uint32Array(bytes.buffer)[0];
}

/* The color of 32 bits, such as #80c0ff. */
export function css(value) {
  const [r, g, b] = new Uint8Array(new Uint32Array([value]).buffer);
  return '#' + ((r << 16) | (g << 8) | b).toString(16).padStart(6, '0');
}

function span(area, x0, x1, y, color) {
  if (y < 0 || y >= area.height) return;
  const from = Math.max(0, x0), to = Math.min(area.width - 1, x1);
  if (from <= to) area.pixels.fill(color, y * area.width + from, y * area.width + to + 1);
}

/* A disk of a diameter; of one pixel at least. */
export function disk(area, x, y, size, color) {
  const radius = size / 2, shift = size % 2 ? 0 : 0.5;
  const reach = Math.ceil(radius);
  for (let dy = -reach; dy <= reach; dy++) {
    const high = dy + shift;
    const half = radius * radius - high * high;
    if (half < 0) continue;
    const wide = Math.sqrt(half);
    span(area, Math.ceil(x - shift - wide + 0.001), Math.floor(x - shift + wide - 0.001), y + dy, color);
  }
  if (size <= 1) span(area, x, x, y, color);
}

/* A stroke from one pixel to another. */
export function line(area, x0, y0, x1, y1, size, color) {
  const steps = Math.max(Math.abs(x1 - x0), Math.abs(y1 - y0), 1);
  for (let i = 0; i <= steps; i++) {
    disk(area, Math.round(x0 + (x1 - x0) * i / steps), Math.round(y0 + (y1 - y0) * i / steps), size, color);
  }
}

/* All pixels between two corners, these included. */
export function rectangle(area, x0, y0, x1, y1, color) {
  for (let y = Math.min(y0, y1); y <= Math.max(y0, y1); y++) span(area, Math.min(x0, x1), Math.max(x0, x1), y, color);
}

/* The inside of a polygon by the even-odd rule, and its outline. */
export function polygon(area, points, color) {
  for (let y = 0; y < area.height; y++) {
    const cuts = [];
    points.forEach((a, i) => {
      const b = points[(i + 1) % points.length];
      if ((a.y <= y) !== (b.y <= y)) cuts.push(a.x + (y - a.y) * (b.x - a.x) / (b.y - a.y));
    });
    cuts.sort((a, b) => a - b);
    for (let i = 0; i + 1 < cuts.length; i += 2) span(area, Math.ceil(cuts[i]), Math.floor(cuts[i + 1]), y, color);
  }
  points.forEach((a, i) => {
    const b = points[(i + 1) % points.length];
    line(area, a.x, a.y, b.x, b.y, 1, color);
  });
}

/* All pixels of one color that hang together with one of them. */
export function fill(area, x, y, color) {
  const {width, height, pixels} = area;
  const old = pixels[y * width + x];
  if (old === color) return;
  const waiting = [[x, y]];
  while (waiting.length) {
    const [px, py] = waiting.pop();
    let left = px, right = px;
    const row = py * width;
    if (pixels[row + px] !== old) continue;
    while (left > 0 && pixels[row + left - 1] === old) left--;
    while (right < width - 1 && pixels[row + right + 1] === old) right++;
    pixels.fill(color, row + left, row + right + 1);
    for (const ny of [py - 1, py + 1]) {
      if (ny < 0 || ny >= height) continue;
      for (let nx = left; nx <= right; nx++) {
        const begins = nx === left || pixels[ny * width + nx - 1] !== old;
        if (begins && pixels[ny * width + nx] === old) waiting.push([nx, ny]);
      }
    }
  }
}

/* Gives every pixel the nearest of some colors; a map of class indices in gray gets their colors. */
export function snap(pixels, colors) {
  const bytes = new Uint8Array(pixels.buffer, pixels.byteOffset, pixels.byteLength);
  const parts = colors.map(color => new Uint8Array(new Uint32Array([color]).buffer));
  const isMap = isIndices(bytes, colors.length);
  const known = new Map();
  for (let i = 0; i < pixels.length; i++) {
    const value = pixels[i];
    if (!known.has(value)) known.set(value, isMap ? colors[bytes[4 * i]] : nearest(bytes, 4 * i, parts, colors));
    pixels[i] = known.get(value);
  }
}

function nearest(bytes, at, parts, colors) {
  let best = 0, least = Infinity;
  parts.forEach((part, i) => {
    const distance = (bytes[at] - part[0]) ** 2 + (bytes[at + 1] - part[1]) ** 2 + (bytes[at + 2] - part[2]) ** 2;
    if (distance < least) { least = distance; best = i; }
  });
  return colors[best];
}

function isIndices(bytes, classes) {
  for (let i = 0; i < bytes.length; i += 4) {
    if (bytes[i] !== bytes[i + 1] || bytes[i] !== bytes[i + 2] || bytes[i] >= classes) return false;
  }
  return true;
}
