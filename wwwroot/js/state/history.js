/**
 * Steps that can be undone and done again. A step keeps what was there before it and says what was done.
 * @template T
 */
export class History {
  /** @type {{label: string, state: T}[]} */
  #past = [];
  /** @type {{label: string, state: T}[]} */
  #future = [];
  #most;

  /** @param {number} most how many steps are kept */
  constructor(most = 100) {
    this.#most = most;
  }

  /** What the next undo takes back, or undefined. */
  get undoes() {
    return this.#past.at(-1)?.label;
  }

  /** What the next redo does again, or undefined. */
  get redoes() {
    return this.#future.at(-1)?.label;
  }

  /** What the next undo goes back to, or undefined. */
  get before() {
    return this.#past.at(-1)?.state;
  }

  /** What the next redo goes forward to, or undefined. */
  get after() {
    return this.#future.at(-1)?.state;
  }

  /** @param {string} label @param {T} before what was there before the step */
  done(label, before) {
    this.#past.push({ label, state: before });
    if (this.#past.length > this.#most) this.#past.shift();
    this.#future = [];
  }

  /** @param {T} now @returns {T | undefined} what to go back to */
  undo(now) {
    const step = this.#past.pop();
    if (step) this.#future.push({ label: step.label, state: now });
    return step?.state;
  }

  /** @param {T} now @returns {T | undefined} what to go forward to */
  redo(now) {
    const step = this.#future.pop();
    if (step) this.#past.push({ label: step.label, state: now });
    return step?.state;
  }
}
