/**
 * @import { Explorer } from "../explorer.js"
 * @import { Changed } from "../state/compare.js"
 * @import { CompareRoute } from "../state/trail.js"
 * @import { GraphNode } from "../state/types.js"
 */
import { compareLinks } from "../state/compare.js";
import { toQuery, without } from "../state/filters.js";

/** How many changed links are drawn. */
export const mostDrawn = 60;

/**
 * Compares two stretches of time, and draws what changed most.
 * @param {Explorer} explorer @param {CompareRoute} route
 * @returns {Promise<{changed: Changed[], nodes: Map<string, GraphNode>}>}
 */
export async function loadComparison(explorer, route) {
  const filters = without(explorer.view.filters, "days");
  const [first, second] = await Promise.all([route.first, route.second].map(({ from, to }) => explorer.api.graph({ ...toQuery({ ...filters, from, to }), budget: 1000 })));
  const nodes = new Map([...first.nodes, ...second.nodes].map((node) => [node.id, node]));
  const changed = compareLinks(first.edges, second.edges);
  if (explorer.trail.current !== route) return { changed, nodes };
  const drawn = changed.slice(0, mostDrawn);
  explorer.graph.addFetchedNodes(drawn.flatMap(({ edge }) => [edge.source, edge.target].flatMap((id) => nodes.get(id) ?? [])), explorer.graph.version);
  explorer.shown.addFetchedNodes(drawn.flatMap(({ edge }) => [edge.source, edge.target].flatMap((id) => nodes.get(id) ?? [])), explorer.shown.version);
  explorer.ways.listed = drawn.map(({ edge }) => ({ entityIds: [edge.source, edge.target], edges: [edge] }));
  explorer.changes = new Map(drawn.map(({ edge, change }) => [edge.id, change]));
  explorer.bring(explorer.ways.all.nodes, "Show what changed");
  explorer.tell("route", { again: true });
  return { changed, nodes };
}
