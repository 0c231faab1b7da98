/**
 * @import { EntityType, GraphEdge, GraphNode, ArticleSummary } from "./types.js"
 * @import { KnownGraph } from "./known-graph.js"
 * @import { Overlay } from "./overlay.js"
 *
 * @import { View } from "./view.js"
 *
 * @typedef {object} Around what else decides over what is seen
 * @property {number} budget                   the most entities at once
 * @property {Set<string>} [subject]           entities that the panel speaks of: seen even where the filters leave them no link
 * @property {boolean} [restricted]            whether the graph holds only a part of the statements
 * @property {GraphEdge[]} [more]              edges to be drawn beside the chosen kinds
 *
 * @typedef {object} SceneNode
 * @property {string} id
 * @property {EntityType | "Article"} type
 * @property {string} label
 * @property {number} rank      0 is the most relevant
 * @property {number} weight    what the size stands for
 * @property {boolean} [pinned]
 * @property {GraphNode} [entity]
 * @property {ArticleSummary} [article]
 *
 * @typedef {object} Scene what is to be seen now
 * @property {SceneNode[]} nodes   most relevant first
 * @property {GraphEdge[]} edges
 * @property {number} leftOut      entities that the budget left out, of those known
 * @property {number} unlinked     entities left out because no statement ties them
 * @property {number} unlinkedKnown   entities that no statement ties, whether shown or not
 * @property {Record<EntityType, number>} counts   entities known by type, whether shown or not
 */

/** How much an entity matters: the statements of it and by it, the same order as the store's. @param {GraphNode} node */
export const relevance = (node) => node.mentionedBy + node.said;

/** Most relevant first; equal ones in a fixed order. @param {GraphNode} a @param {GraphNode} b */
export function byRelevance(a, b) {
  return relevance(b) - relevance(a) || b.articles - a.articles || compare(a.name, b.name) || compare(a.id, b.id);
}

/** @param {string} a @param {string} b */
const compare = (a, b) => (a < b ? -1 : a > b ? 1 : 0);

/** How often an entity is spoken of over the links that count. @param {KnownGraph} graph @param {string} id @param {number} least */
const spokenOf = (graph, id, least) =>
  graph.edgesAt(id).reduce((sum, edge) => sum + (edge.target === id && edge.count >= least ? edge.count : 0), 0);

/**
 * Chooses what is seen: pinned entities first, then those asked for, then by relevance up to the budget.
 * @param {KnownGraph} graph
 * @param {Overlay} overlay
 * @param {View} view
 * @param {Around} around
 * @returns {Scene}
 */
export function compose(graph, overlay, view, { budget, subject = new Set(), restricted = false, more = [] }) {
  const least = view.filters.minCount ?? 1;
  const strict = restricted || least > 1;
  const [pinned, brought] = [new Set([...view.pinned, ...subject]), new Set(view.brought)];
  const [hidden, hiddenTypes] = [new Set(view.hidden), new Set(view.hiddenTypes)];
  const only = view.only && new Set(view.only);
  const counts = { Person: 0, Organisation: 0, Place: 0 };
  /** @type {GraphNode[]} */
  const candidates = [];
  let unlinked = 0;
  let unlinkedKnown = 0;
  for (const node of graph.nodes.values()) {
    counts[node.type]++;
    const edges = graph.edgesAt(node.id);
    const linked = least > 1 ? edges.some((edge) => edge.count >= least) : edges.length > 0;
    if (!linked) unlinkedKnown++;
    if (hidden.has(node.id) || (only && !only.has(node.id))) continue;
    if (pinned.has(node.id)) candidates.push(node);
    else if (hiddenTypes.has(node.type)) continue;
    else if (linked || (brought.has(node.id) && !strict)) candidates.push(node);
    else if (view.unlinked && !restricted) candidates.push(node);
    else unlinked++;
  }
  const first = (/** @type {GraphNode} */ node) => (pinned.has(node.id) ? 2 : brought.has(node.id) ? 1 : 0);
  candidates.sort((a, b) => first(b) - first(a) || byRelevance(a, b));
  const shown = candidates.slice(0, budget).sort(byRelevance);
  const ids = new Set(shown.map((node) => node.id));

  const between = (/** @type {GraphEdge} */ edge) => ids.has(edge.source) && ids.has(edge.target) && edge.count >= least;
  /** @type {GraphEdge[]} */
  const edges = [];
  if (view.mentioned) for (const edge of graph.edges.values()) if (between(edge)) edges.push(edge);
  if (view.appearsWith) edges.push(...overlay.appearsWith.filter(between));
  const drawn = new Set(edges.map((edge) => edge.id));
  edges.push(...more.filter((edge) => ids.has(edge.source) && ids.has(edge.target) && !drawn.has(edge.id)));
  const articleEdges = Object.entries(view.articles).flatMap(([id, count]) => (ids.has(id) ? overlay.edgesToArticles(id, count) : []));
  edges.push(...articleEdges);
  const articleIds = new Set(articleEdges.map((edge) => edge.target));

  const kept = new Set(view.pinned);
  /** @type {SceneNode[]} */
  const nodes = shown.map((node, rank) => ({
    id: node.id, type: node.type, label: node.name, rank, weight: strict ? spokenOf(graph, node.id, least) : node.mentionedBy, pinned: kept.has(node.id), entity: node,
  }));
  for (const article of overlay.articles.values())
    if (articleIds.has(article.id))
      nodes.push({ id: article.id, type: "Article", label: article.title, rank: nodes.length, weight: 0, article });
  return { nodes, edges, leftOut: candidates.length - shown.length, unlinked, unlinkedKnown, counts };
}
