/**
 * What the reader has chosen to see. Plain and never changed in place, so that it can be kept, undone and put into a link.
 *
 * @import { EntityType } from "./types.js"
 * @import { Filters } from "./filters.js"
 * @typedef {object} View
 * @property {Filters} filters
 * @property {EntityType[]} hiddenTypes
 * @property {boolean} mentioned        links "mentioned"
 * @property {boolean} appearsWith      links "appears with"
 * @property {boolean} unlinked         entities without any statement
 * @property {string[]} brought         entities asked for: seen whatever their rank or links, the latest last
 * @property {string[]} pinned          entities that stay, whatever is filtered
 * @property {string[]} hidden          entities put away one by one
 * @property {string[] | null} only     the only entities that are seen; null: all
 * @property {Record<string, number>} articles   how many of its articles are seen, by entity
 */

/** @type {View} */
export const firstView = Object.freeze({
  filters: {}, hiddenTypes: [], mentioned: true, appearsWith: false, unlinked: false, brought: [], pinned: [], hidden: [], only: null, articles: {},
});

const mostBrought = 240;

/** With entities that are to be seen, out of hiding if need be. @param {View} view @param {string[]} ids @param {EntityType[]} types of them @returns {Partial<View>} */
export function bringing(view, ids, types) {
  const fresh = new Set(ids);
  return {
    brought: [...view.brought.filter((id) => !fresh.has(id)), ...fresh].slice(-mostBrought),
    hiddenTypes: view.hiddenTypes.filter((type) => !types.includes(type)),
    hidden: view.hidden.filter((id) => !fresh.has(id)),
    only: view.only && [...new Set([...view.only, ...fresh])],
  };
}

/** With entities put away. @param {View} view @param {string[]} ids @returns {Partial<View>} */
export function hiding(view, ids) {
  const gone = new Set(ids);
  const rest = (/** @type {string[]} */ list) => list.filter((id) => !gone.has(id));
  return { hidden: [...new Set([...view.hidden, ...ids])], brought: rest(view.brought), pinned: rest(view.pinned), only: view.only && rest(view.only) };
}

/** With entities pinned, or released where all are pinned already. @param {View} view @param {string[]} ids @returns {Partial<View>} */
export function pinning(view, ids) {
  const all = ids.every((id) => view.pinned.includes(id));
  const rest = view.pinned.filter((id) => !ids.includes(id));
  return { pinned: all ? rest : [...rest, ...ids] };
}

/** Whether two are the same to look at. @param {View} a @param {View} b */
export const sameView = (a, b) => JSON.stringify(a) === JSON.stringify(b);
