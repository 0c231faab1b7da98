/**
 * What is seen, as files.
 *
 * @import { Scene } from "./scene.js"
 * @import { Evidence } from "./types.js"
 */
import { toCsv } from "./csv.js";

/** The links of a scene, one a row. @param {Scene} scene */
export function linksAsCsv({ nodes, edges }) {
  const names = new Map(nodes.map((node) => [node.id, node.label]));
  return toCsv(["From", "Link", "To", "Count", "Articles", "Confidence", "First", "Last", "From id", "To id"], edges.map((edge) => [
    names.get(edge.source), edge.kind, names.get(edge.target), edge.count, edge.articles, edge.confidence, edge.first, edge.last, edge.source, edge.target]));
}

/** A scene as JSON, with the places of its nodes. @param {Scene} scene @param {Map<string, {x: number, y: number}>} places */
export const sceneAsJson = ({ nodes, edges }, places) => JSON.stringify({
  nodes: nodes.map((node) => ({ ...(node.entity ?? node.article), type: node.type, ...places.get(node.id) })), edges,
}, null, 2);

/** Statements with the sentences that prove them, one a row. @param {Evidence[]} statements */
export const statementsAsCsv = (statements) => toCsv(
  ["Published", "Outlet", "Article", "Speaker", "Mentioned", "Quotation", "Confidence", "Sentences", "Also in", "Address"],
  statements.map((one) => [one.article.published, one.article.outlet, one.article.title, one.speaker?.name, one.mentioned.map((node) => node.name).join("; "),
    one.kind, Number((one.confidence ?? 0).toFixed(3)), one.passage, (one.alsoIn ?? []).map((article) => article.outlet ?? article.title).join("; "), one.article.url]));

/** A name for a file: "entitygraph-2025-03-04.csv" @param {string} what @param {string} ending */
export const fileName = (what, ending) => `${what.toLowerCase().replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, "").slice(0, 60) || "entitygraph"}-${new Date().toISOString().slice(0, 10)}.${ending}`;
