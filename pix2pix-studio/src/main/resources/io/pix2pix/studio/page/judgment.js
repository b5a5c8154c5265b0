/* What a discriminator thinks, as colors over a picture: blue is taken for generated, orange for real. */

const GENERATED = [33, 102, 172], REAL = [224, 130, 20];

function probability(logit) {
  return 1 / (1 + Math.exp(-logit));
}

/* Paints the finest map; the further from even, the stronger the color. */
export function paint(canvas, judgment, strength) {
  const {width, height, logits} = judgment.scales[0];
  canvas.width = width;
  canvas.height = height;
  const context = canvas.getContext('2d');
  const image = context.createImageData(width, height);
  logits.forEach((logit, i) => {
    const real = probability(logit);
    const color = real > 0.5 ? REAL : GENERATED;
    image.data.set([...color, Math.round(255 * strength * Math.min(1, 0.15 + 1.7 * Math.abs(real - 0.5)))], 4 * i);
  });
  context.putImageData(image, 0, 0);
}

/* How much of a picture is taken for real, in words. */
export function words(judgment) {
  const all = judgment.scales.flatMap(scale => scale.logits);
  const real = all.filter(logit => logit > 0).length;
  return `D takes ${Math.round(100 * real / all.length)} % of ${all.length} patches for real`;
}
