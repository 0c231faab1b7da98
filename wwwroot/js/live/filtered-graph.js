/**
 * @import { Api } from "./api.js"
 * @import { Filters } from "../state/filters.js"
 */
import { filterKey, restricts, toQuery } from "../state/filters.js";
import { KnownGraph } from "../state/known-graph.js";

/** How long after a change the filtered graph is asked for anew, in milliseconds. */
const gatherFor = 400;

/**
 * The graph of the statements that pass a filter. The stream tells of totals over all statements, so under a filter the store is
 * asked again once changes have come.
 */
export class FilteredGraph {
  /** @type {KnownGraph | null} null while nothing is filtered */
  graph = null;
  #api;
  #budget;
  #changed;
  #report;
  /** @type {Filters} */
  #filters = {};
  #key = "";
  #asked = 0;
  #timer = 0;

  /** @param {Api} api @param {number} budget @param {() => void} changed @param {(error: unknown) => void} report */
  constructor(api, budget, changed, report) {
    this.#api = api;
    this.#budget = budget;
    this.#changed = changed;
    this.#report = report;
  }

  /** Takes on other filters. What was there stays until the answer is. @param {Filters} filters @returns {Promise<void>} */
  async set(filters) {
    const key = restricts(filters) ? filterKey(filters) : "";
    if (key === this.#key) return;
    this.#key = key;
    this.#filters = filters;
    clearTimeout(this.#timer);
    if (key !== "") return this.#ask();
    this.#asked++;
    this.graph = null;
    this.#changed();
  }

  /** The store has changed. */
  touch() {
    if (this.#key === "") return;
    clearTimeout(this.#timer);
    this.#timer = Number(setTimeout(() => void this.#ask().catch(this.#report), gatherFor));
  }

  async #ask() {
    const number = ++this.#asked;
    const snapshot = await this.#api.graph({ ...toQuery(this.#filters), budget: this.#budget });
    if (number !== this.#asked) return;
    const graph = new KnownGraph();
    graph.reset(snapshot);
    // The snapshot leaves out entities without a link, and its totals are those of the whole graph.
    graph.complete = snapshot.nodes.length < this.#budget;
    this.graph = graph;
    this.#changed();
  }
}
