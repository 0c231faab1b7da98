/**
 * @import { Explorer } from "../explorer.js"
 * @import { Path } from "../state/paths.js"
 * @import { CommonRoute } from "../state/trail.js"
 * @import { GraphEdge, GraphNode } from "../state/types.js"
 */
import { ref } from "../state/filters.js";
import { mostEnds } from "../state/paths.js";

/** How many neighbours one step of expanding adds at the most: a hub never floods the canvas. */
export const pageOfNeighbours = 20;
/** How many neighbours are looked through for those that are not seen yet. */
export const mostNeighbours = 1000;

/**
 * The neighbours of an entity, strongest first, with the links to each.
 * @param {Explorer} explorer @param {string} id @param {number} [limit] 1 to 1,000
 * @returns {Promise<{all: {node: GraphNode, edges: GraphEdge[], count: number}[], total: number}>}
 */
export async function neighbours(explorer, id, limit = mostNeighbours) {
  const page = await explorer.api.neighbours(id, ["Mentioned"], 0, limit, explorer.view.filters);
  /** @type {Map<string, GraphEdge[]>} */
  const ties = new Map(page.nodes.map((node) => [node.id, []]));
  for (const edge of page.edges) ties.get(edge.source === id ? edge.target : edge.source)?.push(edge);
  const all = page.nodes.map((node) => {
    const edges = ties.get(node.id) ?? [];
    return { node, edges, count: edges.reduce((sum, edge) => sum + edge.count, 0) };
  });
  return { all, total: page.total };
}

/** Adds the strongest neighbours that are not seen yet. @param {Explorer} explorer @param {string} id @returns {Promise<number>} how many came */
export async function expand(explorer, id) {
  const { all } = await neighbours(explorer, id);
  const seen = new Set(explorer.scene.nodes.map((node) => node.id));
  const fresh = all.filter(({ node }) => !seen.has(node.id)).slice(0, pageOfNeighbours);
  if (fresh.length > 0) await add(explorer, id, fresh);
  return fresh.length;
}

/** Adds certain neighbours. @param {Explorer} explorer @param {string} id @param {{node: GraphNode, edges: GraphEdge[]}[]} fresh */
export async function add(explorer, id, fresh) {
  know(explorer, fresh.map((one) => one.node), fresh.flatMap((one) => one.edges));
  explorer.bring([id, ...fresh.map((one) => one.node.id)], "Expand");
  if (!explorer.shown.complete) await explorer.fetchEdges();
}

/** @param {Explorer} explorer @param {GraphNode[]} nodes @param {GraphEdge[]} edges */
function know({ graph, shown }, nodes, edges) {
  graph.addFetchedNodes(nodes, graph.version);
  shown.addFetchedNodes(nodes, shown.version);
  shown.addFetchedEdges(edges, shown.version);
}

/** Asks for the neighbours that some entities have in common. @param {Explorer} explorer @param {string[]} ids */
export function findCommon(explorer, ids) {
  const ends = ids.slice(0, mostEnds).flatMap((id) => explorer.graph.nodes.get(id) ?? []);
  if (ends.length >= 2) explorer.go({ view: "common", ends: ends.map(ref) });
}

/**
 * Finds the neighbours in common that a route asks for, and shows the strongest.
 * @param {Explorer} explorer @param {CommonRoute} route
 * @returns {Promise<{node: GraphNode, counts: number[], path: Path}[]>} those tied most evenly first
 */
export async function loadCommon(explorer, route) {
  const lists = await Promise.all(route.ends.map((end) => neighbours(explorer, end.id)));
  const [first, ...others] = lists.map(({ all }) => new Map(all.map((one) => [one.node.id, one])));
  const ends = new Set(route.ends.map((end) => end.id));
  const common = [...first.values()].filter(({ node }) => !ends.has(node.id) && others.every((other) => other.has(node.id))).map((one) => {
    const each = [one, ...others.map((other) => /** @type {typeof one} */ (other.get(one.node.id)))];
    const [start, ...rest] = route.ends.map((end) => end.id);
    return { node: one.node, counts: each.map(({ count }) => count),
      path: { entityIds: [start, one.node.id, ...rest], edges: each.flatMap(({ edges }) => edges) } };
  }).sort((a, b) => Math.min(...b.counts) - Math.min(...a.counts));
  if (explorer.trail.current !== route) return common;
  const strongest = common.slice(0, pageOfNeighbours);
  know(explorer, strongest.map((one) => one.node), strongest.flatMap((one) => one.path.edges));
  explorer.ways.listed = strongest.map((one) => one.path);
  explorer.bring([...ends, ...strongest.map((one) => one.node.id)], "Show neighbours in common");
  explorer.tell("route", { again: true });
  return common;
}

/** Adds a page of an entity's articles to the canvas. @param {Explorer} explorer @param {string} id */
export async function expandArticles(explorer, id) {
  const { api, overlay, view } = explorer;
  const shown = view.articles[id] ?? 0;
  if (overlay.countOf(id) < shown + pageOfNeighbours)
    overlay.addArticles(id, await api.neighbours(id, ["Said", "AppearsIn"], overlay.countOf(id), pageOfNeighbours, view.filters));
  explorer.bring([id]);
  explorer.change("Show articles", { articles: { ...explorer.view.articles, [id]: Math.min(shown + pageOfNeighbours, overlay.countOf(id)) } });
}

/** @param {Explorer} explorer @param {string} id */
export function hideArticles(explorer, id) {
  const { [id]: gone, ...articles } = explorer.view.articles;
  if (gone) explorer.change("Hide articles", { articles });
}
