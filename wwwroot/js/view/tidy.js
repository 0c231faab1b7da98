/**
 * @import { SceneNode } from "../state/scene.js"
 * @import { GraphEdge } from "../state/types.js"
 */
import { place, settle } from "../state/placement.js";
import { radius } from "./style.js";

/**
 * Places for a whole graph: fcose in draft quality draws a sketch in a moment, which is then drawn apart until nothing
 * overlaps. Its full quality would hold up the page for seconds.
 * @param {any} cytoscape the library
 * @param {SceneNode[]} nodes
 * @param {GraphEdge[]} edges
 * @param {boolean} wide whether the canvas is wider than high
 * @param {Map<string, {x: number, y: number}>} [pinned] what stays where it is
 * @returns {Map<string, {x: number, y: number}>}
 */
export function arrange(cytoscape, nodes, edges, wide, pinned = new Map()) {
  const ids = new Set(nodes.map((node) => node.id));
  const between = edges.filter((edge) => ids.has(edge.source) && ids.has(edge.target));
  // Of two that are linked and alone fcose makes a drawing without numbers.
  if (nodes.length < 3) return around(pinned, turned(place([], nodes.map((node) => ({ id: node.id, r: radius(node) })), between), wide), nodes, between);
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
  return around(pinned, turned(settle(placed, between), wide), nodes, between);
}

/**
 * Moves a drawing to where its pinned nodes stand, and puts the others clear of them.
 * @param {Map<string, {x: number, y: number}>} pinned @param {Map<string, {x: number, y: number}>} places @param {SceneNode[]} nodes @param {GraphEdge[]} edges
 */
function around(pinned, places, nodes, edges) {
  if (pinned.size === 0) return places;
  const shift = { x: 0, y: 0 };
  for (const [id, { x, y }] of pinned) {
    const drawn = /** @type {{x: number, y: number}} */ (places.get(id));
    shift.x += (x - drawn.x) / pinned.size;
    shift.y += (y - drawn.y) / pinned.size;
  }
  const at = (/** @type {SceneNode} */ node) => {
    const drawn = /** @type {{x: number, y: number}} */ (places.get(node.id));
    return { id: node.id, r: radius(node), ...(pinned.get(node.id) ?? { x: drawn.x + shift.x, y: drawn.y + shift.y }) };
  };
  const still = nodes.filter((node) => pinned.has(node.id)).map(at);
  const moved = settle(nodes.filter((node) => !pinned.has(node.id)).map(at), edges, still);
  return new Map([...moved, ...pinned]);
}

/**
 * Turns a drawing so that its long side lies along the long side of the canvas.
 * @param {Map<string, {x: number, y: number}>} places
 * @param {boolean} wide whether the canvas is wider than high
 */
function turned(places, wide) {
  const points = [...places.values()];
  const mean = (/** @type {(point: {x: number, y: number}) => number} */ of) => points.reduce((sum, point) => sum + of(point), 0) / points.length;
  const [mx, my] = [mean((point) => point.x), mean((point) => point.y)];
  const xx = mean((point) => (point.x - mx) ** 2);
  const yy = mean((point) => (point.y - my) ** 2);
  const xy = mean((point) => (point.x - mx) * (point.y - my));
  // The direction in which the points spread most, and the turn that brings it to where it should be.
  const angle = (wide ? 0 : Math.PI / 2) - Math.atan2(2 * xy, xx - yy) / 2;
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  return new Map([...places].map(([id, { x, y }]) => [id, { x: (x - mx) * cos - (y - my) * sin, y: (x - mx) * sin + (y - my) * cos }]));
}
