/** @import { GraphDifference, GraphEdge, GraphNode, GraphSnapshot } from "./types.js" */

/** A difference came whose predecessor is missing: ask for what lies between. */
export class GapError extends Error {
  /** @param {number} have @param {number} got */
  constructor(have, got) {
    super(`Change ${got} came while the last one applied is ${have}.`);
    this.name = "GapError";
  }
}

/**
 * All that the page knows of the graph: a snapshot and the differences since, whether shown or not. It holds entities and
 * Mentioned edges; the other kinds of edge belong to what is shown (see overlay.js).
 */
export class KnownGraph {
  /** The number of the last change that is in here. */
  number = 0;
  /** @type {Map<string, GraphNode>} */
  nodes = new Map();
  /** @type {Map<string, GraphEdge>} */
  edges = new Map();
  /** Grows with every change of the content; whoever derives from it can compare. */
  version = 0;
  /** Whether every node and edge of the store is in here, so that nothing needs to be fetched to show more. */
  complete = false;
  /** @type {Map<string, Set<string>>} the ids of the edges at each node */
  #edgesAt = new Map();
  /** @type {Map<string, number>} when a node or edge last changed, as a version; removed ones too */
  #touched = new Map();

  /** Begins again from a snapshot. @param {GraphSnapshot} snapshot */
  reset(snapshot) {
    this.nodes = new Map(snapshot.nodes.map((node) => [node.id, node]));
    this.edges.clear();
    this.#edgesAt.clear();
    this.#touched.clear();
    for (const edge of snapshot.edges) this.#putEdge(edge);
    this.number = snapshot.number;
    this.complete = snapshot.totalNodes <= snapshot.nodes.length;
    this.version++;
  }

  /**
   * Applies one difference. One that is in here already changes nothing.
   * @param {GraphDifference} difference
   * @returns {boolean} whether it was new
   * @throws {GapError} when a difference before it is missing
   */
  apply(difference) {
    if (difference.number <= this.number) return false;
    if (difference.number !== this.number + 1) throw new GapError(this.number, difference.number);
    this.version++;
    for (const node of difference.nodes ?? []) this.nodes.set(node.id, node);
    for (const edge of difference.edges ?? []) this.#putEdge(edge);
    for (const id of difference.removedEdges ?? []) this.#dropEdge(id);
    for (const id of difference.removedNodes ?? []) this.#dropNode(id);
    this.number = difference.number;
    return true;
  }

  /**
   * Adds nodes that were fetched beside the stream (a search hit, a page of neighbours). What is known already is newer or
   * equal and stays; what a difference removed after the request began stays away.
   * @param {GraphNode[]} nodes
   * @param {number} since the version when the request was sent
   */
  addFetchedNodes(nodes, since) {
    const fresh = nodes.filter((node) => !this.nodes.has(node.id) && (this.#touched.get(node.id) ?? -1) <= since);
    for (const node of fresh) this.nodes.set(node.id, node);
    if (fresh.length > 0) this.version++;
  }

  /**
   * Adds Mentioned edges that were fetched beside the stream. An edge that a difference changed or removed after the request
   * began stays as the difference left it.
   * @param {GraphEdge[]} edges
   * @param {number} since the version when the request was sent
   */
  addFetchedEdges(edges, since) {
    let added = false;
    for (const edge of edges) {
      if ((this.#touched.get(edge.id) ?? -1) > since) continue;
      if (!this.nodes.has(edge.source) || !this.nodes.has(edge.target)) continue;
      const known = this.edges.get(edge.id);
      if (known && known.count === edge.count && known.articles === edge.articles && known.last === edge.last) continue;
      this.#putEdge(edge);
      added = true;
    }
    if (added) this.version++;
  }

  /** The edges at a node, both directions. @param {string} id @returns {GraphEdge[]} */
  edgesAt(id) {
    return [...(this.#edgesAt.get(id) ?? [])].map((edge) => /** @type {GraphEdge} */ (this.edges.get(edge)));
  }

  /** The edge from one entity to another, if known. @param {string} source @param {string} target */
  edgeBetween(source, target) {
    return this.edgesAt(source).find((edge) => edge.source === source && edge.target === target);
  }

  /**
   * Forgets nodes beyond those that are kept, so that a page open for days does not grow with the store.
   * @param {Set<string>} keep
   */
  forgetExcept(keep) {
    for (const id of [...this.nodes.keys()]) if (!keep.has(id)) this.#dropNode(id);
    this.#touched.clear();
    this.complete = false;
    this.version++;
  }

  /** @param {GraphEdge} edge */
  #putEdge(edge) {
    this.edges.set(edge.id, edge);
    this.#touched.set(edge.id, this.version);
    for (const end of [edge.source, edge.target]) {
      const at = this.#edgesAt.get(end);
      if (at) at.add(edge.id);
      else this.#edgesAt.set(end, new Set([edge.id]));
    }
  }

  /** @param {string} id */
  #dropEdge(id) {
    this.#touched.set(id, this.version);
    const edge = this.edges.get(id);
    if (!edge) return;
    this.edges.delete(id);
    this.#edgesAt.get(edge.source)?.delete(id);
    this.#edgesAt.get(edge.target)?.delete(id);
  }

  /** @param {string} id */
  #dropNode(id) {
    this.#touched.set(id, this.version);
    for (const edge of [...(this.#edgesAt.get(id) ?? [])]) this.#dropEdge(edge);
    this.#edgesAt.delete(id);
    this.nodes.delete(id);
  }
}
