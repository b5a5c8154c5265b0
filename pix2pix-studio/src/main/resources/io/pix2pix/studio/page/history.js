/* What was drawn before, to go back to. It holds a bounded number of bytes. */

const MOST_BYTES = 96 << 20;

export class History {
  #states = [];
  #at = -1;
  #onChange;

  constructor(onChange) {
    this.#onChange = onChange;
  }

  /* A state has arrays of pixels under any names. */
  add(state) {
    this.#states.length = this.#at + 1;
    this.#states.push(state);
    while (this.#states.length > 2 && this.#bytes() > MOST_BYTES) this.#states.shift();
    this.#at = this.#states.length - 1;
    this.#onChange();
  }

  get canUndo() { return this.#at > 0; }

  get canRedo() { return this.#at < this.#states.length - 1; }

  undo() { return this.#go(this.canUndo ? -1 : 0); }

  redo() { return this.#go(this.canRedo ? 1 : 0); }

  #go(steps) {
    this.#at += steps;
    this.#onChange();
    return this.#states[this.#at];
  }

  #bytes() {
    let bytes = 0;
    for (const state of this.#states) for (const pixels of new Set(Object.values(state))) bytes += pixels?.byteLength ?? 0;
    return bytes;
  }
}
