/**
 * @import { EntityType, GraphEdge, GraphNode, ArticleSummary } from "./types.js"
 * @import { KnownGraph } from "./known-graph.js"
 * @import { Overlay } from "./overlay.js"
 *
 * @typedef {object} ViewOptions what the reader of the page has chosen to see
 * @property {number} budget                 the most entities at once
 * @property {Set<EntityType>} hiddenTypes
 * @property {boolean} mentioned             edges "mentioned"
 * @property {boolean} appearsWith           edges "appears with"
 * @property {boolean} unlinked              entities without any statement
 * @property {Set<string>} pinned            entities asked for by name: shown whatever their rank or links
 *
 * @typedef {object} SceneNode
 * @property {string} id
 * @property {EntityType | "Article"} type
 * @property {string} label
 * @property {number} rank      0 is the most relevant
 * @property {number} weight    what the size stands for
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

/**
 * Chooses what is seen: pinned entities first, then by relevance up to the budget.
 * @param {KnownGraph} graph
 * @param {Overlay} overlay
 * @param {ViewOptions} options
 * @returns {Scene}
 */
export function compose(graph, overlay, options) {
  const counts = { Person: 0, Organisation: 0, Place: 0 };
  /** @type {GraphNode[]} */
  const candidates = [];
  let unlinked = 0;
  let unlinkedKnown = 0;
  for (const node of graph.nodes.values()) {
    counts[node.type]++;
    const linked = graph.edgesAt(node.id).length > 0;
    if (!linked) unlinkedKnown++;
    if (options.hiddenTypes.has(node.type)) continue;
    if (options.pinned.has(node.id)) candidates.push(node);
    else if (!linked && !options.unlinked) unlinked++;
    else candidates.push(node);
  }
  candidates.sort((a, b) => Number(options.pinned.has(b.id)) - Number(options.pinned.has(a.id)) || byRelevance(a, b));
  const shown = candidates.slice(0, options.budget).sort(byRelevance);
  const ids = new Set(shown.map((node) => node.id));

  const between = (/** @type {GraphEdge} */ edge) => ids.has(edge.source) && ids.has(edge.target);
  /** @type {GraphEdge[]} */
  const edges = [];
  if (options.mentioned) for (const edge of graph.edges.values()) if (between(edge)) edges.push(edge);
  if (options.appearsWith) edges.push(...overlay.appearsWith.filter(between));
  const articleEdges = [...overlay.articleEdges.values()].filter((edge) => ids.has(edge.source));
  edges.push(...articleEdges);
  const articleIds = new Set(articleEdges.map((edge) => edge.target));

  /** @type {SceneNode[]} */
  const nodes = shown.map((node, rank) => ({
    id: node.id, type: node.type, label: node.name, rank, weight: node.mentionedBy, entity: node,
  }));
  for (const article of overlay.articles.values())
    if (articleIds.has(article.id))
      nodes.push({ id: article.id, type: "Article", label: article.title, rank: nodes.length, weight: 0, article });
  return { nodes, edges, leftOut: candidates.length - shown.length, unlinked, unlinkedKnown, counts };
}
