/**
 * @import { Explorer } from "../explorer.js"
 * @import { GraphNode } from "../state/types.js"
 */

/** How many neighbours one step of expanding adds. */
export const pageOfNeighbours = 20;

/** Adds the strongest neighbours that are not seen yet. @param {Explorer} explorer @param {string} id @returns {Promise<number>} how many came */
export async function expand(explorer, id) {
  const { graph, api, view } = explorer;
  const since = graph.version;
  const seen = new Set(explorer.scene.nodes.map((node) => node.id));
  /** @type {GraphNode[]} */
  const fresh = [];
  const edges = [];
  for (let offset = 0; fresh.length < pageOfNeighbours; offset += 200) {
    const page = await api.neighbours(id, ["Mentioned"], offset, 200, view.filters);
    const hidden = page.nodes.filter((node) => !seen.has(node.id));
    edges.push(...page.edges);
    fresh.push(...hidden.slice(0, pageOfNeighbours - fresh.length));
    if (page.nodes.length < 200) break;
  }
  if (fresh.length === 0) return 0;
  graph.addFetchedNodes(fresh, since);
  explorer.shown.addFetchedNodes(fresh, explorer.shown.version);
  explorer.shown.addFetchedEdges(edges, explorer.shown.version);
  explorer.bring([id, ...fresh.map((node) => node.id)], "Expand");
  if (!explorer.shown.complete) await explorer.fetchEdges();
  return fresh.length;
}

/** Adds a page of an entity's articles to the canvas. @param {Explorer} explorer @param {string} id */
export async function expandArticles(explorer, id) {
  const { api, overlay, view } = explorer;
  overlay.addArticles(id, await api.neighbours(id, ["Said", "AppearsIn"], overlay.expanded.get(id) ?? 0, pageOfNeighbours, view.filters));
  explorer.bring([id]);
}

/** @param {Explorer} explorer @param {string} id */
export function hideArticles(explorer, id) {
  explorer.overlay.dropArticles(id);
  explorer.refresh();
}
