// Measures a graph beside the page, so that it never holds the page up. A classic worker, because the libraries are scripts.
// A part of the library that is not used here asks for these, which workers do not have, as it is loaded.
const scope = /** @type {any} */ (globalThis);
scope.DOMParser ??= class {};
scope.Document ??= class {};
scope.importScripts("../../lib/graphology/graphology.umd.min.js", "../../lib/graphology-library/graphology-library.min.js");

/** @param {{nodes: string[], edges: [string, string, number][]}} graph */
function measure({ nodes, edges }) {
  const { metrics, communitiesLouvain } = scope.graphologyLibrary;
  const { DirectedGraph, UndirectedGraph } = scope.graphology;
  const directed = new DirectedGraph();
  // Communities and betweenness do not ask who spoke of whom.
  const plain = new UndirectedGraph();
  for (const id of nodes) {
    directed.addNode(id);
    plain.addNode(id);
  }
  for (const [source, target, weight] of edges) {
    if (source === target) continue;
    directed.updateEdge(source, target, (/** @type {any} */ known) => ({ weight: (known.weight ?? 0) + weight }));
    plain.updateEdge(source, target, (/** @type {any} */ known) => ({ weight: (known.weight ?? 0) + weight }));
  }
  const between = plain.order > 0 ? metrics.centrality.betweenness(plain, { getEdgeWeight: null, normalized: plain.order > 2 }) : {};
  // Always the same groups for the same graph.
  let seed = 1;
  const rng = () => (seed = (seed * 16807) % 2147483647) / 2147483647;
  const groups = plain.size > 0 ? communitiesLouvain(plain, { getEdgeWeight: "weight", rng }) : {};
  /** @type {Map<number, number>} */
  const sizes = new Map();
  for (const id of nodes) if (plain.degree(id) > 0) sizes.set(groups[id], (sizes.get(groups[id]) ?? 0) + 1);
  // The largest group is the first.
  const order = new Map([...sizes].sort((a, b) => b[1] - a[1] || a[0] - b[0]).map(([group], index) => [group, index]));
  return nodes.map((id) => ({
    id, links: plain.degree(id), between: between[id] ?? 0, group: plain.degree(id) > 0 ? order.get(groups[id]) ?? null : null,
    mentioned: directed.reduceInEdges(id, (/** @type {number} */ sum, /** @type {string} */ _, /** @type {any} */ edge) => sum + edge.weight, 0),
    mentioning: directed.reduceOutEdges(id, (/** @type {number} */ sum, /** @type {string} */ _, /** @type {any} */ edge) => sum + edge.weight, 0),
  }));
}

onmessage = ({ data }) => {
  try {
    postMessage({ number: data.number, measures: measure(data) });
  } catch (error) {
    postMessage({ number: data.number, error: String(error) });
  }
};
