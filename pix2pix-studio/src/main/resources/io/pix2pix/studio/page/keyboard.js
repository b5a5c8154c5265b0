/* Draws by keys alone, while the drawing has the focus. */

const ARROWS = {ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1]};
const FAST = 8;

export class Keyboard {
  constructor(canvas, board) {
    this.board = board;
    const {width, height} = board.drawing.area;
    this.at = {x: width >> 1, y: height >> 1, pressure: 0.5};
    canvas.addEventListener('keydown', event => {
      if (!event.ctrlKey && !event.metaKey && !event.altKey && this.#key(event)) event.preventDefault();
    });
    canvas.addEventListener('blur', () => { board.end(); board.cursor(null); });
  }

  #key(event) {
    if (event.key in ARROWS) return this.#go(ARROWS[event.key], event.shiftKey ? FAST : 1);
    const action = this.#actions()[event.key];
    if (action) {
      action();
      return true;
    }
    const tool = this.board.tools.find(one => one.key === event.key.toLowerCase());
    if (tool) this.board.choose(tool);
    return Boolean(tool);
  }

  #actions() {
    const {board} = this;
    return {
      ' ': () => this.#press(),
      Enter: () => board.finish(),
      Escape: () => board.leave(),
      '[': () => board.ink.resize(board.ink.size - 1),
      ']': () => board.ink.resize(board.ink.size + 1),
      ',': () => board.ink.step(-1),
      '.': () => board.ink.step(1),
      '+': () => board.zoom.by(1.25),
      '=': () => board.zoom.by(1.25),
      '-': () => board.zoom.by(0.8),
      '0': () => board.zoom.fit(),
    };
  }

  #go([dx, dy], steps) {
    const {width, height} = this.board.drawing.area;
    this.at = {
      ...this.at,
      x: Math.min(width - 1, Math.max(0, this.at.x + dx * steps)),
      y: Math.min(height - 1, Math.max(0, this.at.y + dy * steps)),
    };
    this.board.carry(this.at);
    this.board.cursor(this.at);
    return true;
  }

  /* Puts the tool down, or lifts it. */
  #press() {
    const {board} = this;
    if (board.drawingNow) board.end();
    else board.begin(this.at);
    const goesOn = board.tool && (board.tool.needs.includes('size') || board.tool.corners);
    if (board.drawingNow && !goesOn) board.end();
    board.cursor(this.at);
  }
}
