const grid = document.getElementById('grid');
const order = document.getElementById('order');
const zoom = document.getElementById('zoom');
let shown = null;

if (grid) {
  const rows = [...grid.rows];
  const error = (row, column) => {
    const cell = [...row.cells].find(one => one.dataset.column === column);
    return cell && cell.dataset.error !== '' ? +cell.dataset.error : -1;
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
  const pictures = [...shown.closest('tr').querySelectorAll('img')];
  show(pictures[(pictures.indexOf(shown) + way + pictures.length) % pictures.length]);
}
document.getElementById('before').onclick = () => go(-1);
document.getElementById('after').onclick = () => go(1);
document.getElementById('close').onclick = () => zoom.close();
zoom.onclick = event => { if (event.target === zoom) zoom.close(); };
zoom.onkeydown = event => {
  if (event.key === 'ArrowLeft') go(-1);
  if (event.key === 'ArrowRight') go(1);
};
