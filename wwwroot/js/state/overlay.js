/** @import { ArticleSummary, GraphDifference, GraphEdge, Neighbourhood } from "./types.js" */

/**
 * What was asked for beside the graph of statements: edges between entities that appear together, and the articles of
 * single entities with the edges to them.
 */
export class Overlay {
  /** @type {GraphEdge[]} */
  appearsWith = [];
  /** @type {Map<string, ArticleSummary>} */
  articles = new Map();
  /** @type {Map<string, GraphEdge>} edges of kind Said and AppearsIn */
  articleEdges = new Map();
  /** @type {Map<string, number>} how many of its articles were asked for, by entity */
  expanded = new Map();

  /** @param {string} entityId @param {Neighbourhood} page */
  addArticles(entityId, page) {
    for (const article of page.articles) this.articles.set(article.id, article);
    for (const edge of page.edges) this.articleEdges.set(edge.id, edge);
    this.expanded.set(entityId, (this.expanded.get(entityId) ?? 0) + page.articles.length);
  }

  /** Takes an entity's articles away again, but for those that another shown entity holds. @param {string} entityId */
  dropArticles(entityId) {
    this.expanded.delete(entityId);
    for (const edge of [...this.articleEdges.values()])
      if (edge.source === entityId) this.articleEdges.delete(edge.id);
    this.#dropLoose();
  }

  /** Drops what a difference took away. @param {GraphDifference} difference */
  apply(difference) {
    const gone = new Set(difference.outcome === "Removed" ? [difference.article.id] : []);
    if (difference.replacedArticleId) gone.add(difference.replacedArticleId);
    const removed = new Set(difference.removedNodes ?? []);
    for (const id of removed) this.expanded.delete(id);
    for (const edge of [...this.articleEdges.values()])
      if (gone.has(edge.target) || removed.has(edge.source)) this.articleEdges.delete(edge.id);
    this.#dropLoose();
    if (removed.size > 0)
      this.appearsWith = this.appearsWith.filter((edge) => !removed.has(edge.source) && !removed.has(edge.target));
  }

  clear() {
    this.appearsWith = [];
    this.articles.clear();
    this.articleEdges.clear();
    this.expanded.clear();
  }

  #dropLoose() {
    const held = new Set([...this.articleEdges.values()].map((edge) => edge.target));
    for (const id of [...this.articles.keys()]) if (!held.has(id)) this.articles.delete(id);
  }
}
