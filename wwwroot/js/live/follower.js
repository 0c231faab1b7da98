/**
 * @import { GraphDifference, GraphSnapshot } from "../state/types.js"
 * @import { KnownGraph } from "../state/known-graph.js"
 *
 * @typedef {object} Source where the graph comes from
 * @property {() => Promise<number>} join
 * @property {(number: number) => Promise<GraphDifference[]>} changesAfter
 * @property {() => Promise<GraphSnapshot>} snapshot
 *
 * @typedef {object} FollowerEvents
 * @property {() => void} onSnapshot
 * @property {(applied: GraphDifference[]) => void} onApplied
 */

/** Beyond this many missing changes a new snapshot is quicker than the changes. */
const tooFarBehind = 400;

/**
 * Keeps a graph equal to the store's: a snapshot, then every difference once and in order. What comes too early waits, what
 * came already is dropped, and what is missing is asked for.
 */
export class Follower {
  #graph;
  #source;
  #events;
  /** @type {Map<number, GraphDifference>} */
  #waiting = new Map();
  /** @type {Promise<void>} the work under way; everything is done one after the other */
  #work = Promise.resolve();
  #joined = false;
  /** Whether what the server sends is held back. */
  paused = false;

  /** @param {KnownGraph} graph @param {Source} source @param {FollowerEvents} events */
  constructor(graph, source, events) {
    this.#graph = graph;
    this.#source = source;
    this.#events = events;
  }

  /** Joins, or joins again after a lost connection; ends when the graph is up to date. @returns {Promise<void>} */
  join() {
    this.paused = false;
    return this.#enqueue(async () => {
      const number = await this.#source.join();
      const behind = number - this.#graph.number;
      if (!this.#joined || behind < 0 || behind > tooFarBehind) await this.#begin();
      this.#joined = true;
      await this.#drain(number);
    });
  }

  /** Holds back what the server sends from now on. */
  pause() {
    this.paused = true;
  }

  /** Goes on with what was held back. @returns {Promise<void>} */
  resume() {
    return this.join();
  }

  /** How many changes are held back. */
  get held() {
    return this.#waiting.size;
  }

  /** Takes what the server sends. @param {GraphDifference[]} differences @returns {Promise<void>} */
  receive(differences) {
    for (const difference of differences) this.#waiting.set(difference.number, difference);
    if (!this.#joined || this.paused) return this.#work;
    return this.#enqueue(() => this.#drain(0));
  }

  async #begin() {
    this.#graph.reset(await this.#source.snapshot());
    this.#events.onSnapshot();
  }

  /** Applies what waits, and fetches what is missing up to at least the given number. @param {number} upTo */
  async #drain(upTo) {
    this.#apply();
    while (this.#graph.number < Math.max(upTo, ...this.#waiting.keys())) {
      const before = this.#graph.number;
      for (const difference of await this.#source.changesAfter(before)) this.#waiting.set(difference.number, difference);
      this.#apply();
      // A store that no longer has them can only be read anew.
      if (this.#graph.number === before) {
        await this.#begin();
        this.#apply();
        if (this.#graph.number <= before) break;
      }
    }
  }

  #apply() {
    /** @type {GraphDifference[]} */
    const applied = [];
    for (;;) {
      const next = this.#waiting.get(this.#graph.number + 1);
      if (!next) break;
      if (this.#graph.apply(next)) applied.push(next);
    }
    for (const number of [...this.#waiting.keys()]) if (number <= this.#graph.number) this.#waiting.delete(number);
    if (applied.length > 0) this.#events.onApplied(applied);
  }

  /** @param {() => Promise<void>} step @returns {Promise<void>} */
  #enqueue(step) {
    const next = this.#work.then(step);
    this.#work = next.catch(() => {}); // The caller hears of it; the queue goes on.
    return next;
  }
}
