/**
 * @import { SceneNode } from "../state/scene.js"
 * @import { GraphEdge } from "../state/types.js"
 */
import { settle } from "../state/placement.js";
import { radius } from "./style.js";

/**
 * Places for a whole graph: fcose in draft quality draws a sketch in a moment, which is then drawn apart until nothing
 * overlaps. Its full quality would hold up the page for seconds.
 * @param {any} cytoscape the library
 * @param {SceneNode[]} nodes
 * @param {GraphEdge[]} edges
 * @returns {Map<string, {x: number, y: number}>}
 */
export function arrange(cytoscape, nodes, edges) {
  const ids = new Set(nodes.map((node) => node.id));
  const between = edges.filter((edge) => ids.has(edge.source) && ids.has(edge.target));
  const sketch = cytoscape({
    headless: true,
    elements: [
      ...nodes.map((node) => ({ group: "nodes", data: { id: node.id } })),
      ...between.map((edge) => ({ group: "edges", data: { id: edge.id, source: edge.source, target: edge.target } })),
    ],
  });
  sketch.layout({ name: "fcose", quality: "draft", animate: false, fit: false, nodeSeparation: 120, tile: true }).run();
  const placed = nodes.map((node) => ({ id: node.id, r: radius(node), ...sketch.getElementById(node.id).position() }));
  sketch.destroy();
  return settle(placed, between);
}
