/**
 * @import { Explorer } from "../explorer.js"
 * @import { GraphNode } from "../state/types.js"
 */

/** Shows an entity on the canvas and in the panel. @param {Explorer} explorer @param {string | GraphNode} entity @param {{tab?: string}} [more] */
export async function openEntity(explorer, entity, more = {}) {
  const { graph } = explorer;
  const id = typeof entity === "string" ? entity : entity.id;
  const since = graph.version;
  if (!graph.nodes.has(id)) graph.addFetchedNodes([typeof entity === "string" ? await explorer.api.entity(id) : entity], since);
  explorer.bring([id]);
  explorer.go({ view: "entity", id, ...more });
  if (!explorer.shown.complete) await explorer.fetchEdges();
}

/** @param {Explorer} explorer @param {"Mentioned" | "AppearsWith"} kind @param {GraphNode} source @param {GraphNode} target */
export async function openPair(explorer, kind, source, target) {
  const { graph } = explorer;
  graph.addFetchedNodes([source, target].filter((node) => !graph.nodes.has(node.id)), graph.version);
  explorer.bring([source.id, target.id]);
  if (!explorer.shown.complete) await explorer.fetchEdges();
  explorer.go({ view: "pair", kind, source: source.id, target: target.id });
}

/** Opens what is behind an edge of the canvas. @param {Explorer} explorer @param {string} id */
export function openEdge(explorer, id) {
  const edge = explorer.scene.edges.find((one) => one.id === id);
  if (!edge) return;
  if (edge.kind === "Mentioned" || edge.kind === "AppearsWith")
    explorer.go({ view: "pair", kind: edge.kind, source: edge.source, target: edge.target });
  else explorer.go({ view: "article", id: edge.target });
}
