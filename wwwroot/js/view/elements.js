/**
 * @import { SceneNode } from "../state/scene.js"
 * @import { GraphEdge } from "../state/types.js"
 */
import { edgeWidth, radius } from "./style.js";

/** What Cytoscape keeps of a node. @param {SceneNode} node @param {number} swell how much larger than at full zoom it is drawn */
export function nodeData(node, swell) {
  const r = radius(node);
  // Never by more than half of the room that is kept between two.
  const size = 2 * (r + Math.min(r * (swell - 1), 5));
  // A diamond of the same area as the circle is wider.
  return { id: node.id, type: node.type, label: node.label, rank: node.rank, size, wide: size * 1.22, z: 500 - Math.min(node.rank, 400), pinned: node.pinned === true, node };
}

/** What Cytoscape keeps of an edge. @param {GraphEdge} edge @param {number} opacity */
export function edgeData(edge, opacity) {
  const width = edgeWidth(edge.count);
  return {
    id: edge.id, source: edge.source, target: edge.target, kind: edge.kind, count: edge.count, width, opacity,
    arrow: Math.max(0.5, 0.95 - width * 0.08), z: edge.kind === "Mentioned" ? 20 : 10, edge,
  };
}

/** Sets what differs, so that unchanged elements are not drawn anew. @param {any} element @param {Record<string, any>} data */
export function update(element, data) {
  const now = element.data();
  for (const key of Object.keys(data)) if (now[key] !== data[key]) element.data(key, data[key]);
}
