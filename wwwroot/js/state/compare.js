/**
 * @import { GraphEdge, GraphSnapshot } from "./types.js"
 *
 * @typedef {{from: string, to: string}} Stretch   days, both of them in it
 * @typedef {"new" | "gone" | "stronger" | "weaker"} Change
 * @typedef {{edge: GraphEdge, change: Change, before: number, after: number}} Changed
 */
import { plusDays } from "./days.js";

/** What became of the links from one stretch of time to another; those that are as strong as before are left out. @param {GraphEdge[]} first @param {GraphEdge[]} second @returns {Changed[]} the greatest change first */
export function compareLinks(first, second) {
  const before = new Map(first.map((edge) => [edge.id, edge]));
  const after = new Map(second.map((edge) => [edge.id, edge]));
  return [...new Map([...before, ...after]).values()].flatMap((edge) => {
    const [was, is] = [before.get(edge.id)?.count ?? 0, after.get(edge.id)?.count ?? 0];
    /** @type {Change} */
    const change = was === 0 ? "new" : is === 0 ? "gone" : is > was ? "stronger" : "weaker";
    return was === is ? [] : [{ edge, change, before: was, after: is }];
  }).sort((a, b) => Math.abs(b.after - b.before) - Math.abs(a.after - a.before) || (a.edge.id < b.edge.id ? -1 : 1));
}

/** The stretch of the same length just before. @param {Stretch} stretch @returns {Stretch} */
export function justBefore({ from, to }) {
  const days = Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000) + 1;
  return { from: plusDays(from, -days), to: plusDays(from, -1) };
}
