/**
 * @import { Overlay } from "./overlay.js"
 * @import { Scene } from "./scene.js"
 * @import { Trail } from "./trail.js"
 * @import { GraphEdge } from "./types.js"
 *
 * @typedef {object} Target what the canvas marks
 * @property {"entity" | "article" | "edge" | "pair" | "path"} kind   a pair: two entities whose edge is not shown
 * @property {string} id
 * @property {string} [other]     the other end of a pair
 * @property {string[]} [nodes]   what is on a path
 * @property {string[]} [edges]
 * @property {string[]} [ends]
 */
import { ties } from "./edges.js";

/**
 * What the canvas marks: the subject of the panel, or the last one where the panel shows an article.
 * @param {Trail} trail @param {Scene} scene @param {Overlay} overlay
 * @param {{nodes: string[], edges: GraphEdge[]}} ways what is on the ways that the panel lists
 * @returns {Target | null}
 */
export function selection(trail, scene, overlay, ways) {
  for (const route of trail.backwards()) {
    switch (route.view) {
      case "entity": return { kind: "entity", id: route.id };
      case "pair": {
        const directed = route.kind === "Mentioned";
        const edge = scene.edges.find((one) => one.kind === route.kind
          && (directed ? one.source === route.source && one.target === route.target : ties(one, route.source, route.target)));
        return edge ? { kind: "edge", id: edge.id } : { kind: "pair", id: route.source, other: route.target };
      }
      case "paths":
      case "common": return ways.nodes.length === 0 ? null
        : { kind: "path", id: route.ends[0].id, nodes: ways.nodes, edges: ways.edges.map((edge) => edge.id), ends: route.ends.map((end) => end.id) };
      case "compare": return ways.nodes.length === 0 ? null : { kind: "path", id: ways.nodes[0], nodes: ways.nodes, edges: ways.edges.map((edge) => edge.id), ends: [] };
      case "article":
        if (overlay.articles.has(route.id)) return { kind: "article", id: route.id };
        break;
      case "analysis": return route.at ? { kind: "entity", id: route.at } : null;
      case "who":
      case "decisions": return null;
    }
  }
  return null;
}
