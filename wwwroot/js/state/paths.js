/**
 * @import { EdgeKind, GraphEdge, GraphNode } from "./types.js"
 * @import { Ref } from "./filters.js"
 *
 * @typedef {object} Path   a way from one entity to another
 * @property {string[]} entityIds   in their order, both ends among them
 * @property {GraphEdge[]} edges    all that tie one to the next
 * @typedef {{from: Ref, to: Ref, paths: Path[], nodes: GraphNode[], complete: boolean}} PathsBetween
 * @typedef {{from: string, to: string, edges: GraphEdge[]}} Hop
 */
import { ties } from "./edges.js";

/** The most ends between which paths are sought: each pair of them is asked for. */
export const mostEnds = 4;

/** Every two of some. @template T @param {T[]} list @returns {[T, T][]} */
export const pairs = (list) => list.flatMap((one, index) => list.slice(index + 1).map((other) => /** @type {[T, T]} */ ([one, other])));

/** A path hop by hop. @param {Path} path @returns {Hop[]} */
export function hops({ entityIds, edges }) {
  return entityIds.slice(1).map((to, index) => {
    const from = entityIds[index];
    return { from, to, edges: edges.filter((edge) => ties(edge, from, to)) };
  });
}

/** What is on some paths. @param {Path[]} paths @returns {{nodes: string[], edges: GraphEdge[]}} */
export function onPaths(paths) {
  return {
    nodes: [...new Set(paths.flatMap((path) => path.entityIds))],
    edges: [...new Map(paths.flatMap((path) => path.edges).map((edge) => [edge.id, edge])).values()],
  };
}

/** A path in words. @param {Path} path @param {(id: string) => GraphNode | undefined} known */
export const inWords = ({ entityIds }, known) => entityIds.map((id) => known(id)?.name ?? "?").join(" – ");
