/** @import { ArticleSummary, GraphDifference, GraphEdge, Neighbourhood } from "./types.js" */

/**
 * What was asked for beside the graph of statements: edges between entities that appear together, and the articles of
 * single entities with the edges to them. Which of the articles are seen is a matter of the view.
 */
export class Overlay {
  /** @type {GraphEdge[]} */
  appearsWith = [];
  /** @type {Map<string, ArticleSummary>} */
  articles = new Map();
  /** @type {Map<string, {article: string, edges: GraphEdge[]}[]>} the articles of each entity, strongest first, with edges of kind Said and AppearsIn */
  #ofEntity = new Map();

  /** @param {string} entityId @param {Neighbourhood} page */
  addArticles(entityId, page) {
    const known = this.#ofEntity.get(entityId) ?? [];
    const have = new Set(known.map((one) => one.article));
    const fresh = page.articles.filter((article) => !have.has(article.id));
    for (const article of page.articles) this.articles.set(article.id, article);
    this.#ofEntity.set(entityId, [...known, ...fresh.map((article) => ({ article: article.id, edges: page.edges.filter((edge) => edge.target === article.id) }))]);
  }

  /** How many of an entity's articles are known. @param {string} entityId */
  countOf(entityId) {
    return this.#ofEntity.get(entityId)?.length ?? 0;
  }

  /** The edges from an entity to its first articles. @param {string} entityId @param {number} count */
  edgesToArticles(entityId, count) {
    return (this.#ofEntity.get(entityId) ?? []).slice(0, count).flatMap((one) => one.edges);
  }

  /** Drops what a difference took away. @param {GraphDifference} difference */
  apply(difference) {
    const gone = new Set(difference.outcome === "Removed" ? [difference.article.id] : []);
    if (difference.replacedArticleId) gone.add(difference.replacedArticleId);
    const removed = new Set(difference.removedNodes ?? []);
    for (const id of removed) this.#ofEntity.delete(id);
    for (const id of gone) this.articles.delete(id);
    if (gone.size > 0)
      for (const [id, list] of this.#ofEntity) this.#ofEntity.set(id, list.filter((one) => !gone.has(one.article)));
    if (removed.size > 0)
      this.appearsWith = this.appearsWith.filter((edge) => !removed.has(edge.source) && !removed.has(edge.target));
  }
}
