/* Does one thing at a time. Of what is asked meanwhile only the newest is done: nothing queues up. */

export class Latest {
  #work;
  #waiting = null;
  #busy = false;

  constructor(work) {
    this.#work = work;
  }

  ask(value) {
    this.#waiting = {value};
    this.#next();
  }

  get busy() {
    return this.#busy;
  }

  async #next() {
    if (this.#busy || !this.#waiting) return;
    const {value} = this.#waiting;
    this.#waiting = null;
    this.#busy = true;
    try {
      await this.#work(value, () => this.#waiting !== null);
    } finally {
      this.#busy = false;
      this.#next();
    }
  }
}
