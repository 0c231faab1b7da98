/**
 * @import { Ref } from "./filters.js"
 * @import { Stretch } from "./compare.js"
 * @import { EdgeKind } from "./types.js"
 * @typedef {{view: "who"}} WhoRoute
 * @typedef {{view: "entity", id: string, tab?: string}} EntityRoute
 * @typedef {{view: "pair", kind: "Mentioned" | "AppearsWith", source: string, target: string}} PairRoute
 * @typedef {{view: "article", id: string, at?: {start: number, end: number}, from?: string}} ArticleRoute
 * @typedef {{view: "paths", ends: Ref[], kinds: EdgeKind[], maxLength: number}} PathsRoute
 * @typedef {{view: "common", ends: Ref[]}} CommonRoute
 * @typedef {{view: "compare", first: Stretch, second: Stretch}} CompareRoute
 * @typedef {{view: "analysis", by?: "mentioned" | "mentioning" | "links" | "between" | "group", at?: string}} AnalysisRoute   at: the entity that is looked at
 * @typedef {WhoRoute | EntityRoute | PairRoute | ArticleRoute | PathsRoute | CommonRoute | AnalysisRoute | CompareRoute | {view: "decisions"}} Route what the panel shows
 */

/** The way by which the reader came to what the panel shows. */
export class Trail {
  /** @type {Route[]} */
  #steps = [{ view: "who" }];

  /** @returns {Route} */
  get current() {
    return /** @type {Route} */ (this.#steps.at(-1));
  }

  /** The entities that the present step speaks of. @returns {string[]} */
  get subject() {
    const { current } = this;
    return current.view === "entity" ? [current.id] : current.view === "pair" ? [current.source, current.target] : [];
  }

  get canGoBack() {
    return this.#steps.length > 1;
  }

  /** The steps from the present one to the first. */
  backwards() {
    return [...this.#steps].reverse();
  }

  /** @param {Route} route @returns {boolean} whether it is another than before */
  go(route) {
    if (sameRoute(route, this.current)) return false;
    this.#steps.push(route);
    if (this.#steps.length > 60) this.#steps.splice(1, 1);
    return true;
  }

  /** Puts another in the place of the present one. @param {Route} route */
  replace(route) {
    this.#steps[this.#steps.length - 1] = route;
  }

  back() {
    if (this.canGoBack) this.#steps.pop();
  }

  /** Back to the beginning. */
  clear() {
    this.#steps = [{ view: "who" }];
  }
}

/** @param {Route} a @param {Route} b */
export const sameRoute = (a, b) => JSON.stringify(key(a)) === JSON.stringify(key(b));

/** What makes a route itself; totals of the nodes in it do not. @param {Route} route */
function key(route) {
  if (route.view === "who" || route.view === "decisions" || route.view === "analysis") return [route.view];
  if (route.view === "entity") return ["entity", route.id];
  if (route.view === "pair") return ["pair", route.kind, route.source, route.target];
  if (route.view === "common") return ["common", route.ends.map((end) => end.id)];
  if (route.view === "compare") return ["compare", route.first, route.second];
  if (route.view === "paths") return ["paths", route.ends.map((end) => end.id), route.kinds, route.maxLength];
  return ["article", route.id, route.at?.start];
}
