/* Gives pictures to whoever drew them, as PNG files. */

function save(blob, name) {
  const address = URL.createObjectURL(blob);
  const link = Object.assign(document.createElement('a'), {href: address, download: name});
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

function png(canvas) {
  return new Promise(resolve => canvas.toBlob(resolve, 'image/png'));
}

export async function saveDrawing(drawing) {
  save(await drawing.png(), 'drawing.png');
}

export function savePicture(output) {
  if (output.blob) save(output.blob, output.run.name + '.png');
}

/* Drawing and picture side by side, as pairs of training data are. */
export async function saveBoth(drawing, output) {
  if (!output.blob) return;
  const {naturalWidth: width, naturalHeight: height} = output.image;
  const canvas = Object.assign(document.createElement('canvas'), {width: 2 * width, height});
  const context = canvas.getContext('2d');
  context.imageSmoothingEnabled = false;
  context.drawImage(drawing.canvas, 0, 0, width, height);
  context.drawImage(output.image, width, 0);
  save(await png(canvas), output.run.name + '-pair.png');
}
