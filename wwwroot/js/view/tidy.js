/**
 * @import { SceneNode } from "../state/scene.js"
 * @import { GraphEdge } from "../state/types.js"
 */
import { place } from "../state/placement.js";
import { radius } from "./style.js";

/**
 * Places for a whole graph: fcose draws the first sketch, then overlaps are taken out.
 * @param {SceneNode[]} nodes
 * @param {GraphEdge[]} edges
 * @returns {Map<string, {x: number, y: number}>}
 */
export function arrange(nodes, edges) {
  return place([], nodes.map((node) => ({ id: node.id, r: radius(node) })), edges);
}
