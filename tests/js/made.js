/** Small made-up pieces of a graph for the tests. */

/** @param {string} id @param {object} [more] */
export const node = (id, more = {}) => ({ id, type: "Person", name: id.toUpperCase(), mentionedBy: 1, said: 0, articles: 1, ...more });

/** @param {string} source @param {string} target @param {object} [more] */
export const edge = (source, target, more = {}) =>
  ({ id: `${source}>${target}`, kind: "Mentioned", source, target, count: 1, articles: 1, confidence: 1, ...more });

/** @param {string} id @param {object} [more] */
export const article = (id, more = {}) => ({ id, title: `Article ${id}`, entities: 1, attributions: 1, ...more });

/** @param {number} number @param {object} [more] */
export const difference = (number, more = {}) => ({
  number, at: "2025-01-01T00:00:00Z", outcome: "Added", article: article(`a${number}`),
  nodes: [], edges: [], removedNodes: [], removedEdges: [], ...more,
});

/** @param {object} [more] */
export const snapshot = (more = {}) => {
  const made = { number: 0, nodes: [], edges: [], ...more };
  return { totalNodes: made.nodes.length, totalEdges: made.edges.length, ...made };
};

/** What a graph holds, in a form that can be compared. @param {import("../../wwwroot/js/state/known-graph.js").KnownGraph} graph */
export const content = (graph) => ({
  number: graph.number,
  nodes: [...graph.nodes.values()].sort((a, b) => (a.id < b.id ? -1 : 1)),
  edges: [...graph.edges.values()].sort((a, b) => (a.id < b.id ? -1 : 1)),
});
