const grid = document.getElementById('grid');
const order = document.getElementById('order');
const zoom = document.getElementById('zoom');
let shown = null;

if (grid) {
  const rows = [...grid.children];
  const error = (row, column) => {
    const figure = [...row.querySelectorAll('figure')].find(one => one.dataset.column === column);
    return figure && figure.dataset.error !== '' ? +figure.dataset.error : -1;
  };
  order.onchange = () => {
    const column = order.value;
    const sorted = column === '' ? rows : [...rows].sort((a, b) => error(b, column) - error(a, column));
    grid.append(...sorted);
  };
  grid.onclick = event => {
    const picture = event.target.closest('button');
    if (picture) { show(picture.querySelector('img')); zoom.showModal(); }
  };
}
function show(picture) {
  shown = picture;
  const large = document.getElementById('large');
  large.src = picture.src;
  large.alt = picture.alt;
  document.getElementById('words').textContent = picture.alt;
}
function go(way) {
  const pictures = [...shown.closest('.shots').querySelectorAll('img')];
  show(pictures[(pictures.indexOf(shown) + way + pictures.length) % pictures.length]);
}
/* The same column of the image above or below, if it has that. */
function turn(way) {
  const column = shown.closest('figure').dataset.column;
  const pictures = [...grid.querySelectorAll('figure')].filter(one => one.dataset.column === column)
    .flatMap(one => [...one.querySelectorAll('img')]);
  show(pictures[(pictures.indexOf(shown) + way + pictures.length) % pictures.length]);
}
document.getElementById('before').onclick = () => go(-1);
document.getElementById('after').onclick = () => go(1);
document.getElementById('close').onclick = () => zoom.close();
zoom.onclick = event => { if (event.target === zoom) zoom.close(); };
zoom.onkeydown = event => {
  const moves = {ArrowLeft: () => go(-1), ArrowRight: () => go(1), ArrowUp: () => turn(-1), ArrowDown: () => turn(1)};
  if (moves[event.key]) { event.preventDefault(); moves[event.key](); }
};
let touched = null;
zoom.addEventListener('touchstart', event => { touched = event.touches.length === 1 ? event.touches[0] : null; }, {passive: true});
zoom.addEventListener('touchend', event => {
  if (!touched) return;
  const x = event.changedTouches[0].clientX - touched.clientX, y = event.changedTouches[0].clientY - touched.clientY;
  if (Math.max(Math.abs(x), Math.abs(y)) > 40) Math.abs(x) > Math.abs(y) ? go(x < 0 ? 1 : -1) : turn(y < 0 ? 1 : -1);
  touched = null;
}, {passive: true});

/* On paper nothing can be opened. */
let opened = [];
addEventListener('beforeprint', () => {
  opened = [...document.querySelectorAll('details:not([open])')];
  opened.forEach(one => { one.open = true; });
});
addEventListener('afterprint', () => opened.forEach(one => { one.open = false; }));
