/**
 * @import { Api } from "./api.js"
 * @import { Filters } from "../state/filters.js"
 * @import { Path, PathsBetween } from "../state/paths.js"
 * @import { PathsRoute } from "../state/trail.js"
 */
import { onPaths, pairs } from "../state/paths.js";

/** The ways between entities that the panel lists. */
export class Ways {
  /** @type {Path[]} */
  listed = [];
  /** The one of them that is pointed at. @type {Path | null} */
  pointed = null;
  #api;

  /** @param {Api} api */
  constructor(api) {
    this.#api = api;
  }

  /** What is on all of them. */
  get all() {
    return onPaths(this.listed);
  }

  /** What is on those that are to be brought out. */
  get marked() {
    return this.pointed ? onPaths([this.pointed]) : this.all;
  }

  /** @param {PathsRoute} route @param {Filters} filters @returns {Promise<PathsBetween[]>} one for each two ends */
  find({ ends, kinds, maxLength }, filters) {
    return Promise.all(pairs(ends).map(async ([from, to]) => ({ from, to, ...(await this.#api.paths(from.id, to.id, { kinds, maxLength, filters })) })));
  }
}
