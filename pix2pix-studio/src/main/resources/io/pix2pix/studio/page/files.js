/* Pictures that are loaded, pasted or dropped become drawings. */
import {askPicture} from './server.js';
import {packed, snap} from './raster.js';

const LARGEST_FILE = 64 << 20;

export class Files {
  constructor(drawing, crop) {
    this.drawing = drawing;
    this.crop = crop;
  }

  /* Takes a file; false if somebody thought better of it. */
  async load(file) {
    if (file.size > LARGEST_FILE) throw new Error(`${file.name}: is larger than 64 MB; load a smaller picture`);
    const picture = await this.#decoded(file);
    const {width, height} = this.drawing.sketch;
    const fits = picture.width === width && picture.height === height;
    const part = fits ? {x: 0, y: 0, width, height} : await this.crop.ask(picture, width, height);
    if (part) await this.take(this.#pixels(picture, part), true);
    picture.close();
    return Boolean(part);
  }

  async #decoded(file) {
    try {
      return await createImageBitmap(file, {imageOrientation: 'from-image', premultiplyAlpha: 'none'});
    } catch (e) {
      throw new Error(`${file.name || 'picture'}: cannot be read; it is damaged, too large, or of a kind that browsers do not know (PNG, JPEG and WebP work)`);
    }
  }

  /* A picture in the size of the drawing. Label maps are not blended. */
  #pixels(picture, part) {
    const {width, height, kind} = this.drawing.sketch;
    const canvas = Object.assign(document.createElement('canvas'), {width, height});
    const context = canvas.getContext('2d', {willReadFrequently: true});
    context.fillStyle = '#fff';
    context.fillRect(0, 0, width, height);
    context.imageSmoothingEnabled = kind !== 'labels';
    context.imageSmoothingQuality = 'high';
    context.drawImage(picture, part.x, part.y, part.width, part.height, 0, 0, width, height);
    return {canvas, pixels: new Uint32Array(context.getImageData(0, 0, width, height).data.buffer)};
  }

  /* The example of a number: the condition, or the photo from which a part is to be taken. */
  async example(number) {
    const side = this.drawing.sketch.kind === 'hole' ? 'target' : 'condition';
    const picture = await askPicture(`api/examples/${number}/${side}`);
    await this.take(this.#pixels(picture, {x: 0, y: 0, width: picture.width, height: picture.height}), false);
  }

  /* Pixels become the drawing. Of a photo that was loaded the studio makes what the network is given. */
  async take({canvas, pixels}, loaded) {
    const {kind, palette} = this.drawing.sketch;
    if (kind === 'labels') {
      snap(pixels, palette.map(one => packed(one.color)));
      this.drawing.show(pixels);
    } else if (kind === 'hole') {
      this.drawing.showPhoto(pixels);
    } else if (loaded) {
      const png = await new Promise(resolve => canvas.toBlob(resolve, 'image/png'));
      const picture = await askPicture('api/condition', png);
      this.drawing.show(this.#pixels(picture, {x: 0, y: 0, width: picture.width, height: picture.height}).pixels);
    } else {
      this.drawing.show(pixels);
    }
  }
}

/* Tells of every picture that is pasted, or dropped on the page. */
export function watch(page, onFile) {
  const first = files => [...files].find(file => file.type.startsWith('image/')) ?? files[0];
  document.addEventListener('paste', event => {
    if (event.clipboardData.files.length) { event.preventDefault(); onFile(first(event.clipboardData.files)); }
  });
  page.addEventListener('dragover', event => { event.preventDefault(); page.classList.add('dropping'); });
  page.addEventListener('dragleave', event => { if (event.target === page || !event.relatedTarget) page.classList.remove('dropping'); });
  page.addEventListener('drop', event => {
    event.preventDefault();
    page.classList.remove('dropping');
    if (event.dataTransfer.files.length) onFile(first(event.dataTransfer.files));
  });
}
